#include "assets.h"

// The files carried inside the program. To add one, add its two lines here; a change of the file rebuilds this table.
// In Swift its name is the path without "../../../": Assets.text("Browser/prumo.css").

#pragma clang diagnostic ignored "-Wc23-extensions"

static const prumo_asset table[] = {

#define ASSET "../../../Catalogue/elements.yaml"
#include "embed.h"
#define ASSET "../../../Catalogue/indicators.yaml"
#include "embed.h"

#define ASSET "../../../Browser/mark.svg"
#include "embed.h"
#define ASSET "../../../Browser/prumo.css"
#include "embed.h"
#define ASSET "../../../Browser/upload.js"
#include "embed.h"

};

const prumo_asset *prumo_assets(void) { return table; }

size_t prumo_assets_count(void) { return sizeof table / sizeof table[0]; }
