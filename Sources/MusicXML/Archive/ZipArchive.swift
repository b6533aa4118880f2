private import CLibZip
internal import ScoreModel

// The only file that touches the pointers of libzip.

/// The entries of a zip archive, unpacked.
package struct ZipArchive {
    /// A file in the archive.
    package struct Entry {
        /// Its path, as the archive has it: it may lead anywhere.
        package var name: String
        /// Its bytes.
        package var bytes: [UInt8]
    }

    /// The files, in the order of the archive.
    package var entries: [Entry]

    init(entries: [Entry]) { self.entries = entries }

    /// Unpacks an archive; directories are left out.
    ///
    /// - Throws: What is wrong with the archive, or which limit it breaks, and the entry.
    package init(bytes: [UInt8], limits: ReadingLimits) throws(MusicXMLError) {
        let reader = try ZipReader(bytes)
        guard reader.count <= limits.zipEntries else {
            throw MusicXMLError(
                .zipEntries, "the archive has \(reader.count) entries; the limit is \(limits.zipEntries)")
        }
        entries = []
        var left = limits.bytes
        for index in 0..<reader.count {
            guard let entry = try reader.entry(at: index, limit: left, ratio: limits.zipRatio) else { continue }
            left -= entry.bytes.count
            entries.append(entry)
        }
    }

    /// Packs the entries in order. The first is stored and not compressed, so that a `mimetype` can be recognized by content.
    ///
    /// Entries are dated 1 January 1980, the beginning of zip's calendar, so that equal content gives equal bytes.
    func packed() throws(MusicXMLError) -> [UInt8] { try pack(entries) }
}

/// Owns an open archive and the bytes that it reads from.
@safe private final class ZipReader {
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private var archive: OpaquePointer?

    init(_ content: [UInt8]) throws(MusicXMLError) {
        unsafe bytes = .allocate(capacity: max(content.count, 1))
        _ = unsafe bytes.update(fromContentsOf: content)
        var problem = unsafe zip_error_t()
        let source = unsafe zip_source_buffer_create(bytes.baseAddress, zip_uint64_t(content.count), 0, &problem)
        unsafe archive = zip_open_from_source(source, ZIP_RDONLY, &problem)
        if unsafe archive == nil {
            unsafe zip_source_free(source)
            let message = unsafe String(cString: zip_error_strerror(&problem))
            unsafe zip_error_fini(&problem)
            throw MusicXMLError(.zipMalformed, "this zip archive cannot be read: \(message)")
        }
    }

    deinit {
        if let archive = unsafe archive { unsafe zip_discard(archive) }
        unsafe bytes.deallocate()
    }

    var count: Int { unsafe Int(zip_get_num_entries(archive, 0)) }

    func entry(at index: Int, limit: Int, ratio: Int) throws(MusicXMLError) -> ZipArchive.Entry? {
        var facts = unsafe zip_stat_t()
        guard unsafe zip_stat_index(archive, zip_uint64_t(index), 0, &facts) == 0, let name = unsafe facts.name else {
            throw MusicXMLError(.zipMalformed, "entry \(index + 1) of this zip archive cannot be read")
        }
        let (size, packed, isEncrypted) = unsafe (facts.size, facts.comp_size, facts.encryption_method != 0)
        let entry = unsafe String(cString: name)
        let place = Diagnostic.Place(entry: entry)
        guard !entry.isEmpty else {
            throw MusicXMLError(.zipMalformed, "entry \(index + 1) of this zip archive has no name")
        }
        // A folder; programs that write backslashes write them here too.
        guard !entry.hasSuffix("/"), !entry.hasSuffix("\\") else { return nil }
        guard !isEncrypted else {
            throw MusicXMLError(.zipEncrypted, at: place, "this entry is encrypted")
        }
        // The size is the archive's own word. It is held to the limits before anything is unpacked, and then to its word.
        let allowed = max(1 << 20, Int(clamping: packed.multipliedReportingOverflow(by: UInt64(ratio)).partialValue))
        guard size <= UInt64(allowed) else {
            throw MusicXMLError(
                .zipRatio, at: place, "this entry unpacks to more than \(ratio) times its size in the archive")
        }
        guard size <= UInt64(limit) else {
            throw MusicXMLError(.tooLarge, at: place, "the archive unpacks to more bytes than the limit")
        }
        guard let file = unsafe zip_fopen_index(archive, zip_uint64_t(index), 0) else {
            throw unsafe malformed(place, zip_get_error(archive))
        }
        defer { unsafe _ = zip_fclose(file) }
        // One byte more than promised, to see whether the word was kept.
        var content = [UInt8](repeating: 0, count: Int(size) + 1)
        var count = 0
        while count < content.count {
            let read = unsafe content.withUnsafeMutableBytes { buffer in
                unsafe zip_fread(file, buffer.baseAddress.map { unsafe $0 + count }, zip_uint64_t(buffer.count - count))
            }
            guard read >= 0 else { throw unsafe malformed(place, zip_file_get_error(file)) }
            if read == 0 { break }
            count += Int(read)
        }
        guard count <= Int(size) else {
            throw MusicXMLError(.zipMalformed, at: place, "this entry unpacks to more bytes than the archive says")
        }
        content.removeLast(content.count - count)
        return ZipArchive.Entry(name: entry, bytes: content)
    }

    private func malformed(_ place: Diagnostic.Place, _ problem: UnsafeMutablePointer<zip_error_t>?) -> MusicXMLError {
        let message = unsafe String(cString: zip_error_strerror(problem))
        return MusicXMLError(.zipMalformed, at: place, "this entry cannot be unpacked: \(message)")
    }
}

private func pack(_ entries: [ZipArchive.Entry]) throws(MusicXMLError) -> [UInt8] {
    var problem = unsafe zip_error_t()
    guard let target = unsafe zip_source_buffer_create(nil, 0, 0, &problem),
        let archive = unsafe zip_open_from_source(target, ZIP_TRUNCATE, &problem)
    else { throw MusicXMLError(.zipMalformed, "libzip found no memory") }
    // The archive takes its own reference away when it is closed; ours keeps the bytes until they are copied.
    unsafe zip_source_keep(target)
    defer { unsafe zip_source_free(target) }
    // libzip reads the entries when the archive is closed; until then they must stay where they are.
    let content = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(entries.map(\.bytes.count).reduce(0, +), 1))
    defer { unsafe content.deallocate() }
    var used = 0
    for (index, entry) in entries.enumerated() {
        let slot = unsafe UnsafeMutableBufferPointer(rebasing: content[used..<(used + entry.bytes.count)])
        _ = unsafe slot.update(fromContentsOf: entry.bytes)
        used += entry.bytes.count
        let source = unsafe zip_source_buffer(archive, slot.baseAddress, zip_uint64_t(entry.bytes.count), 0)
        let position = unsafe zip_file_add(archive, entry.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
        guard position >= 0 else {
            unsafe zip_source_free(source)
            unsafe zip_discard(archive)
            throw MusicXMLError(.zipMalformed, at: .init(entry: entry.name), "this entry cannot be added to an archive")
        }
        let method = index == 0 ? ZIP_CM_STORE : ZIP_CM_DEFLATE
        unsafe zip_set_file_compression(archive, zip_uint64_t(position), method, 0)
        unsafe zip_file_set_dostime(archive, zip_uint64_t(position), 0, 1 << 5 | 1, 0)
    }
    guard unsafe zip_close(archive) == 0 else {
        let message = unsafe String(cString: zip_strerror(archive))
        unsafe zip_discard(archive)
        throw MusicXMLError(.zipMalformed, "the archive cannot be written: \(message)")
    }
    return try unsafe writtenBytes(of: target)
}

private func writtenBytes(of source: OpaquePointer) throws(MusicXMLError) -> [UInt8] {
    var facts = unsafe zip_stat_t()
    guard unsafe zip_source_stat(source, &facts) == 0, unsafe zip_source_open(source) == 0 else {
        throw MusicXMLError(.zipMalformed, "the archive cannot be written")
    }
    defer { unsafe _ = zip_source_close(source) }
    let size = unsafe Int(facts.size)
    var bytes = [UInt8](repeating: 0, count: size)
    guard unsafe zip_source_read(source, &bytes, zip_uint64_t(size)) == zip_int64_t(size) else {
        throw MusicXMLError(.zipMalformed, "the archive cannot be written")
    }
    return bytes
}
