internal import ScoreModel

/// What all pages share: how they begin and end, and how they look.
package enum HTMLPage {
    /// Everything up to the page's own words.
    ///
    /// - Parameter style: What it needs beside the common style.
    package static func opening(_ title: String, style: String = "") -> String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(title.escapedForXML)</title>
        <style>
        \(HTMLPage.style)\(style.isEmpty ? "" : "\n" + style)
        </style>
        </head>
        <body>
        \(ScorePicture.symbols)

        """
    }

    /// Everything behind the page's own words.
    package static func closing(version: String) -> String {
        """
        <footer><p>Made by Quartet \(version.escapedForXML).</p></footer>
        </body>
        </html>

        """
    }

    /// An id for a file, which no two paths share.
    static func id(of file: String) -> String {
        var hash = StableHash()
        hash.add(file)
        return "f-" + hash.digits
    }
}
