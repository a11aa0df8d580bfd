// Included once per variant by ByteScan.c, which defines VARIANT, TARGET, EQUAL and PAIRS. Not a header to import.

TARGET static scan_lines_result VARIANT(lines)(const uint8_t *bytes, size_t count) {
  scan_lines_result result = {0, SCAN_NOWHERE, SCAN_NOWHERE};
  uint64_t inside = 0; // all ones while an odd number of quotes stands before the block
  uint8_t tail[64];
  for (size_t at = 0; at < count; at += 64) {
    const uint8_t *block = bytes + at;
    if (count - at < 64) {
      memset(tail, 0, sizeof tail);
      memcpy(tail, block, count - at);
      block = tail;
    }
    uint64_t open = PAIRS(EQUAL(block, '"')) ^ inside;
    inside = (uint64_t)((int64_t)open >> 63);
    uint64_t ends = EQUAL(block, '\n');
    uint64_t odd = ends & open;
    if (odd) ends &= (odd & -odd) - 1;
    result.line_ends += (size_t)__builtin_popcountll(ends);
    if (ends) result.last_line_end = at + 63 - (size_t)__builtin_clzll(ends);
    if (odd) {
      result.odd_line = result.last_line_end == SCAN_NOWHERE ? 0 : result.last_line_end + 1;
      return result;
    }
  }
  return result;
}

TARGET static scan_index_result VARIANT(index)(const uint8_t *bytes, size_t count, uint8_t separator,
                                               uint32_t *offsets, uint32_t *row_ends) {
  size_t written = 0, rows = 0;
  uint64_t inside = 0;
  uint8_t tail[64];
  for (size_t at = 0; at < count; at += 64) {
    const uint8_t *block = bytes + at;
    if (count - at < 64) {
      memset(tail, 0, sizeof tail);
      memcpy(tail, block, count - at);
      block = tail;
    }
    uint64_t open = PAIRS(EQUAL(block, '"')) ^ inside;
    inside = (uint64_t)((int64_t)open >> 63);
    uint64_t ends = EQUAL(block, '\n') & ~open;
    uint64_t bits = (EQUAL(block, separator) & ~open) | ends;

    // Mostly none or one line end in 64 bytes: written always, counted only if there.
    row_ends[rows] = (uint32_t)(written + (size_t)__builtin_popcountll(bits & ((ends & -ends) - 1)));
    size_t ends_here = (size_t)__builtin_popcountll(ends);
    if (ends_here > 1) {
      uint64_t rest = ends & (ends - 1);
      for (size_t k = 1; k < ends_here; k++, rest &= rest - 1)
        row_ends[rows + k] = (uint32_t)(written + (size_t)__builtin_popcountll(bits & ((rest & -rest) - 1)));
    }
    rows += ends_here;

    // Six at a time without a branch; what is written past the count is overwritten by the next block.
    size_t here = (size_t)__builtin_popcountll(bits);
    uint32_t *out = offsets + written;
    written += here;
    for (size_t k = 0; k < here; k += 6) {
      for (size_t j = 0; j < 6; j++) {
        out[k + j] = (uint32_t)(at + (bits ? (size_t)__builtin_ctzll(bits) : 0));
        bits &= bits - 1;
      }
    }
  }
  scan_index_result result = {written, rows};
  return result;
}
