#ifndef CXML_READERS_H
#define CXML_READERS_H

#include <stddef.h>

// libxml2 by itself, from C: what a reader of MusicXML is measured against.

/// Parses an XML text with callbacks that only count.
///
/// Returns the number of events (start tags, end tags, runs of text and so on), or -1 if the text is not well-formed.
long sax_events(const void *bytes, size_t count);

/// Builds libxml2's own tree of an XML text and frees it.
///
/// Returns 0, or -1 if the text is not well-formed.
int dom_build(const void *bytes, size_t count);

#endif
