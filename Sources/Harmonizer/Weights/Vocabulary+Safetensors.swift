extension Vocabulary {
    /// It in the header of a file.
    var metadata: [String: String] {
        ["lowest": "\(pitches.lowerBound)", "highest": "\(pitches.upperBound)", "ensemble": ensemble.rawValue]
    }

    /// The vocabulary that a header describes.
    init(metadata: [String: String]) throws(SafetensorsError) {
        // Files of before there were strings do not tell.
        let name = metadata["ensemble"] ?? Ensemble.choir.rawValue
        guard let ensemble = Ensemble(rawValue: name) else {
            throw SafetensorsError("it is for an ensemble that this version of Quartet does not know")
        }
        guard let lowest = metadata["lowest"].flatMap({ Int($0) }),
            let highest = metadata["highest"].flatMap({ Int($0) }),
            lowest <= highest, let vocabulary = Vocabulary(pitches: lowest...highest, for: ensemble)
        else { throw SafetensorsError("its header describes no vocabulary") }
        self = vocabulary
    }
}
