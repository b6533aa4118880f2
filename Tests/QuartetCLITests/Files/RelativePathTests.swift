import Testing

@testable import QuartetCLI

@Suite struct RelativePathTests {
    @Test(arguments: [
        ("/a/b/c.xml", "/a/b", "c.xml"), ("/a/b/c.xml", "/a", "b/c.xml"), ("/a/c.xml", "/a/b", "../c.xml"),
        ("/a/./x/../c.xml", "/a", "c.xml"), ("/c.xml", "/", "c.xml"), ("-", "/a", "-"),
        ("/ab/c.xml", "/a", "../ab/c.xml"),
    ])
    func `the way from a folder to a file`(_ path: String, _ folder: String, _ way: String) {
        #expect(relativePath(of: path, from: folder) == way)
    }
}
