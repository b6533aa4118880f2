// Where libxml2 was built with ICU, its headers bring the system's ICU with them, whose types clash with those of Foundation.
// Nothing here needs it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
