#ifndef CBYTESCAN_H
#define CBYTESCAN_H

#include <stddef.h>
#include <stdint.h>

// Stage one of reading delimited text: where the quotes, separators and line ends are, 64 bytes at a time.
// Reads only; never past `count`; allocates nothing; every variant gives the same answers (tested).

typedef enum {
  SCAN_PORTABLE = 0, // 8 bytes at a time in plain C, on any machine
  SCAN_SSE2 = 1,     // every x86-64
  SCAN_AVX2 = 2      // x86-64 since about 2013; asked of the processor at run time
} scan_variant;

#define SCAN_NOWHERE SIZE_MAX

// The fastest variant that this processor can run.
scan_variant scan_best_variant(void);
// Whether this processor can run `variant`.
int scan_can_run(scan_variant variant);

typedef struct {
  size_t line_ends;     // how many line feeds stand before `odd_line` (all of them when there is none)
  size_t last_line_end; // offset of the last of those, or SCAN_NOWHERE
  size_t odd_line;      // where the first whole line with an odd number of quotes begins, or SCAN_NOWHERE
} scan_lines_result;

// Counts lines and finds the first whole line whose quotes do not pair. `bytes` begins at the start of a line.
scan_lines_result scan_lines(scan_variant variant, const uint8_t *bytes, size_t count);

typedef struct {
  size_t delimiters; // how many offsets were written
  size_t rows;       // how many of them are line feeds
} scan_index_result;

// Writes the offset of every separator and line feed outside quotes to `offsets`, and for every line feed its
// position in `offsets` to `row_ends`. Both need room for `count` + 64 entries. `bytes` begins at the start of a row.
scan_index_result scan_index(scan_variant variant, const uint8_t *bytes, size_t count, uint8_t separator,
                             uint32_t *offsets, uint32_t *row_ends);

#endif
