#include <zlib.h>

// `inflateInit2` is a macro, which Swift does not see. Raw deflate (no zlib header), as ZIP members are.
static inline int prumo_inflate_init_raw(z_stream *stream) {
  return inflateInit2(stream, -MAX_WBITS);
}

static inline int prumo_deflate_init_raw(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

// With a gzip header and checksum, as browsers ask for.
static inline int prumo_deflate_init_gzip(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
}
