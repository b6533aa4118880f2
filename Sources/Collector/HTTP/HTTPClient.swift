private import CLibCurl
internal import Files

// The only file that touches the pointers of libcurl. Foundation's URLSession stands on libcurl too, but on Linux a server that breaks off
// in the header of its answer ends the program (swift-corelibs-foundation, issue 5285).

/// Asks servers, one request after the other, and follows nothing by itself: no redirects, no cookies, no caches.
@safe public final class HTTPClient {
    /// The open connections. A handle is used once: libcurl 7.88 keeps a header of the answer before in its handle after it has freed it.
    private let connections: UnsafeMutableRawPointer?
    private let agent: String
    private let timeLimit: Double

    /// libcurl has to be initialized once.
    private static let isInitialized = curl_global_init(Int(CURL_GLOBAL_DEFAULT)) == CURLE_OK

    /// A client.
    ///
    /// - Parameters:
    ///   - agent: How it calls itself.
    ///   - timeLimit: How many seconds an answer may take, from the first word to the last byte.
    public init(agent: String, timeLimit: Double) {
        _ = HTTPClient.isInitialized
        unsafe connections = curl_share_init()
        unsafe curl_share_connections(connections)
        self.agent = agent
        self.timeLimit = timeLimit
    }

    deinit { unsafe curl_share_cleanup(connections) }

    /// Asks for something.
    ///
    /// - Parameters:
    ///   - fields: Further lines of the header, `Name: value`.
    ///   - limit: How many bytes to take.
    ///   - headLimit: How many of them the response holds.
    ///   - take: Takes the body of an answer `200` as it comes; when it throws, nothing more is read.
    public func answer(
        for address: WebAddress, fields: [String] = [], limit: Int, headLimit: Int,
        take: @escaping ([UInt8]) throws -> Void = { _ in }
    ) -> Answer {
        guard let handle = unsafe curl_easy_init() else { return .failure(.connection("libcurl found no memory")) }
        defer { unsafe curl_easy_cleanup(handle) }
        let transfer = Transfer(limit: limit, headLimit: headLimit, take: take)
        unsafe curl_set_pointer(handle, CURLOPT_SHARE, connections)
        unsafe curl_set_text(handle, CURLOPT_URL, address.description)
        unsafe curl_set_text(handle, CURLOPT_USERAGENT, agent)
        unsafe curl_set_long(handle, CURLOPT_PROTOCOLS, Int(CURLPROTO_HTTP | CURLPROTO_HTTPS))
        unsafe curl_set_long(handle, CURLOPT_FOLLOWLOCATION, 0)
        unsafe curl_set_long(handle, CURLOPT_PATH_AS_IS, 1)
        unsafe curl_set_long(handle, CURLOPT_NOSIGNAL, 1)
        unsafe curl_set_long(handle, CURLOPT_CONNECTTIMEOUT_MS, Int(min(timeLimit, 30) * 1000))
        unsafe curl_set_long(handle, CURLOPT_TIMEOUT_MS, Int(timeLimit * 1000))
        unsafe curl_set_size(handle, CURLOPT_MAXFILESIZE_LARGE, curl_off_t(limit))
        // Packed answers are unpacked, and the limit is for what comes out.
        unsafe curl_set_text(handle, CURLOPT_ACCEPT_ENCODING, "")
        var list: UnsafeMutablePointer<curl_slist>?
        for field in fields where !field.unicodeScalars.contains(where: { $0.value < 0x20 }) {
            unsafe list = curl_slist_append(list, field)
        }
        defer { unsafe curl_slist_free_all(list) }
        unsafe curl_set_list(handle, CURLOPT_HTTPHEADER, list)
        let code = withExtendedLifetime(transfer) {
            let user = unsafe Unmanaged.passUnretained(transfer).toOpaque()
            unsafe curl_set_pointer(handle, CURLOPT_HEADERDATA, user)
            unsafe curl_set_pointer(handle, CURLOPT_WRITEDATA, user)
            unsafe curl_set_function(handle, CURLOPT_HEADERFUNCTION) { bytes, size, count, user in
                unsafe Transfer.at(user).takeHeader(bytes, size * count)
            }
            unsafe curl_set_function(handle, CURLOPT_WRITEFUNCTION) { bytes, size, count, user in
                unsafe Transfer.at(user).takeBody(bytes, size * count)
            }
            return unsafe curl_easy_perform(handle)
        }
        if let failure = transfer.failure { return .failure(failure) }
        // What a server says with an error is enough, even if it breaks off.
        if transfer.isHeaderWhole, code == CURLE_OK || transfer.status != 200 { return .response(transfer.response) }
        switch code {
        case CURLE_OK: return .failure(.connection("the answer breaks off in its header"))
        case CURLE_OPERATION_TIMEDOUT: return .failure(.timeout)
        case CURLE_FILESIZE_EXCEEDED: return .failure(.tooLarge(limit: limit))
        default: return .failure(.connection(unsafe String(cString: curl_easy_strerror(code))))
        }
    }
}

/// An answer that is coming in.
private final class Transfer {
    private let limit: Int
    private let headLimit: Int
    private let take: ([UInt8]) throws -> Void
    private(set) var status = 0
    private(set) var isHeaderWhole = false
    private(set) var failure: TransferFailure?
    private var headers = Headers()
    private var headerBytes = 0
    private var bytes = 0
    private var head: [UInt8] = []
    private var checksum = SHA256()

    private static let mostHeaderBytes = 256 << 10

    init(limit: Int, headLimit: Int, take: @escaping ([UInt8]) throws -> Void) {
        self.limit = limit
        self.headLimit = headLimit
        self.take = take
    }

    static func at(_ user: UnsafeMutableRawPointer?) -> Transfer {
        // libcurl hands back what it was given, and the transfer lives while it is performed.
        unsafe Unmanaged<Transfer>.fromOpaque(user.unsafelyUnwrapped).takeUnretainedValue()
    }

    var response: Response {
        Response(status: status, headers: headers, bytes: bytes, sha256: checksum.digits, head: head)
    }

    /// Takes a line of the header; less than `count` ends the transfer.
    func takeHeader(_ start: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        let line = unsafe String(decoding: piece(start, count), as: UTF8.self)
        headerBytes += count
        guard headerBytes <= Transfer.mostHeaderBytes else {
            failure = .connection("the header of the answer does not end")
            return 0
        }
        if line.hasPrefix("HTTP/") {
            // An answer behind "100 Continue" begins anew.
            (headers, isHeaderWhole) = (Headers(), false)
            status = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Int($0) } ?? 0
        } else if line.allSatisfy(\.isNewline) {
            isHeaderWhole = true
        } else {
            headers.add(line: line)
        }
        return count
    }

    /// Takes a piece of the body; less than `count` ends the transfer.
    func takeBody(_ start: UnsafeMutablePointer<CChar>?, _ count: Int) -> Int {
        let piece = unsafe piece(start, count)
        bytes += count
        guard bytes <= limit else {
            failure = .tooLarge(limit: limit)
            return 0
        }
        checksum.add(piece)
        head += piece.prefix(headLimit - head.count)
        guard status == 200 else { return count }
        do {
            try take(piece)
            return count
        } catch {
            failure = .unwritable("\(error)")
            return 0
        }
    }

    private func piece(_ start: UnsafeMutablePointer<CChar>?, _ count: Int) -> [UInt8] {
        unsafe UnsafeRawBufferPointer(start: start, count: count).withMemoryRebound(to: UInt8.self) { unsafe Array($0) }
    }
}
