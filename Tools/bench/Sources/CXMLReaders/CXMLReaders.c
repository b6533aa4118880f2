#include "CXMLReaders.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

// Files with text nodes of more than ten megabytes are the reader's business too; the network is nobody's.
static const int options = XML_PARSE_NONET | XML_PARSE_HUGE | XML_PARSE_NOERROR | XML_PARSE_NOWARNING;

static void start_element(
    void *events, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri, int namespaces,
    const xmlChar **namespace, int attributes, int defaulted, const xmlChar **attribute) {
    ++*(long *)events;
}

static void end_element(void *events, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
    ++*(long *)events;
}

static void text(void *events, const xmlChar *bytes, int count) { ++*(long *)events; }

static void comment(void *events, const xmlChar *bytes) { ++*(long *)events; }

static void instruction(void *events, const xmlChar *target, const xmlChar *bytes) { ++*(long *)events; }

long sax_events(const void *bytes, size_t count) {
    long events = 0;
    xmlParserCtxtPtr context = xmlCreateMemoryParserCtxt(bytes, (int)count);
    if (!context) return -1;
    xmlSAXHandler handler = {
        .initialized = XML_SAX2_MAGIC,
        .startElementNs = start_element,
        .endElementNs = end_element,
        .characters = text,
        .ignorableWhitespace = text,
        .cdataBlock = text,
        .comment = comment,
        .processingInstruction = instruction,
    };
    memcpy(context->sax, &handler, sizeof handler);
    context->userData = &events;
    xmlCtxtUseOptions(context, options);
    xmlParseDocument(context);
    int well_formed = context->wellFormed;
    xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
    return well_formed ? events : -1;
}

int dom_build(const void *bytes, size_t count) {
    xmlDocPtr document = xmlReadMemory(bytes, (int)count, NULL, NULL, options);
    if (!document) return -1;
    xmlFreeDoc(document);
    return 0;
}
