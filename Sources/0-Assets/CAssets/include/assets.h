// Files of the project carried inside the program, so that it is installed as one file.
#ifndef PRUMO_ASSETS_H
#define PRUMO_ASSETS_H

#include <stddef.h>

typedef struct {
  // The path from the project's folder, after "../../../".
  const char *path;
  const unsigned char *bytes;
  size_t length;
} prumo_asset;

// All of them; the first of `prumo_assets_count()`.
const prumo_asset *prumo_assets(void);
size_t prumo_assets_count(void);

#endif
