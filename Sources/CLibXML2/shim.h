// Where libxml2 was built with ICU, its headers bring the system's ICU with them, whose types clash with those of Foundation.
// Nothing here needs it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/HTMLparser.h>
#include <libxml/xpath.h>

// libxml2 has its way to free memory in a variable, which Swift cannot read safely from several threads.
static inline void xml_release(void *memory) { xmlFree(memory); }
