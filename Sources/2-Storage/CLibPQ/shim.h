// The reference client of PostgreSQL, as installed by libpq-dev; nothing is added to it.
#include <libpq-fe.h>
