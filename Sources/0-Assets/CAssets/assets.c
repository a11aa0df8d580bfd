#include "assets.h"

// The files carried inside the program. To add one, add its two lines here; a change of the file rebuilds this table.
// In Swift its name is the path without "../../../": Assets.text("Browser/prumo.css").

#pragma clang diagnostic ignored "-Wc23-extensions"

static const prumo_asset table[] = {

#define ASSET "../../../Catalogue/elements.yaml"
#include "embed.h"
#define ASSET "../../../Catalogue/indicators.yaml"
#include "embed.h"

#define ASSET "../../../Catalogue/access/roles.yaml"
#include "embed.h"
#define ASSET "../../../Catalogue/access/common-passwords.txt"
#include "embed.h"

#define ASSET "../../../Catalogue/privacy/processing.yaml"
#include "embed.h"
#define ASSET "../../../Catalogue/privacy/retention.yaml"
#include "embed.h"
#define ASSET "../../../Catalogue/privacy/tables.yaml"
#include "embed.h"

#define ASSET "../../../Catalogue/territory/states.csv"
#include "embed.h"
#define ASSET "../../../Catalogue/territory/regions.csv"
#include "embed.h"
#define ASSET "../../../Catalogue/territory/municipalities.csv"
#include "embed.h"
#define ASSET "../../../Catalogue/facts/idcras-2021-mt-ac.csv"
#include "embed.h"
#define ASSET "../../../Catalogue/facts/suas-units.csv"
#include "embed.h"
#define ASSET "../../../Catalogue/facts/pbf-parcels-2023-12.csv"
#include "embed.h"

#define ASSET "../../../Sources/2-Storage/Records/Migrations/0001-territory.sql"
#include "embed.h"
#define ASSET "../../../Sources/2-Storage/Records/Migrations/0002-loads-and-observations.sql"
#include "embed.h"
#define ASSET "../../../Sources/2-Storage/Records/Migrations/0003-boundaries.sql"
#include "embed.h"
#define ASSET "../../../Sources/2-Storage/Records/Migrations/0004-people.sql"
#include "embed.h"
#define ASSET "../../../Sources/2-Storage/Records/Migrations/0005-audit.sql"
#include "embed.h"

#define ASSET "../../../Browser/mark.svg"
#include "embed.h"
#define ASSET "../../../Browser/prumo.css"
#include "embed.h"
#define ASSET "../../../Browser/upload.js"
#include "embed.h"

#define ASSET "../../../Sources/4-Delivery/Web/Components/ChangeMark.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Components/ChartFrame.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Components/DataTable.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Components/EmptyState.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Components/FactList.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Components/FigureCard.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Components/Notice.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Components/Progress.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Figures/ExplanationPage.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Layout/Layout.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Layout/MessagePage.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Loads/LoadPage.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Loads/LoadsPage.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Loads/NewLoadPage.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Panel/PanelPage.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Search/SearchPage.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Sheet/MunicipalitiesPage.mustache"
#include "embed.h"
#define ASSET "../../../Sources/4-Delivery/Web/Sheet/SheetPage.mustache"
#include "embed.h"

};

const prumo_asset *prumo_assets(void) { return table; }

size_t prumo_assets_count(void) { return sizeof table / sizeof table[0]; }
