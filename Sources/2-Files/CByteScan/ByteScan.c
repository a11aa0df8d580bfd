#include "CByteScan.h"
#include <string.h>

// The three variants differ only in how 64 bytes become bit masks; the loops over masks are in ByteScanLoops.h.

#define PASTE_(a, b) a##b
#define PASTE(a, b) PASTE_(a, b)

static inline uint64_t pairs_by_shifts(uint64_t quotes) {
  quotes ^= quotes << 1;
  quotes ^= quotes << 2;
  quotes ^= quotes << 4;
  quotes ^= quotes << 8;
  quotes ^= quotes << 16;
  quotes ^= quotes << 32;
  return quotes;
}

// Bit i of the result says whether byte i of the eight equals the byte repeated in `pattern`. Exact.
static inline uint64_t equal_in_word(uint64_t word, uint64_t pattern) {
  const uint64_t low = 0x7f7f7f7f7f7f7f7fULL;
  uint64_t difference = word ^ pattern;
  uint64_t nonzero = ((difference & low) + low) | difference;
  return ((~nonzero & ~low) * 0x0002040810204081ULL) >> 56;
}

static inline uint64_t equal_portable(const uint8_t *block, uint8_t byte) {
  uint64_t mask = 0, pattern = 0x0101010101010101ULL * byte;
  for (int i = 0; i < 8; i++) {
    uint64_t word = 0;
    for (int k = 0; k < 8; k++) word |= (uint64_t)block[i * 8 + k] << (8 * k);
    mask |= equal_in_word(word, pattern) << (8 * i);
  }
  return mask;
}

#define VARIANT(name) PASTE(name, _portable)
#define TARGET
#define EQUAL(block, byte) equal_portable(block, byte)
#define PAIRS(quotes) pairs_by_shifts(quotes)
#include "ByteScanLoops.h"
#undef VARIANT
#undef TARGET
#undef EQUAL
#undef PAIRS

#if defined(__x86_64__)
#include <immintrin.h>

static inline uint64_t equal_sse2(const uint8_t *block, uint8_t byte) {
  const __m128i pattern = _mm_set1_epi8((char)byte);
  uint64_t mask = 0;
  for (int i = 0; i < 4; i++) {
    __m128i part = _mm_loadu_si128((const __m128i *)(block + 16 * i));
    mask |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(part, pattern)) << (16 * i);
  }
  return mask;
}

#define VARIANT(name) PASTE(name, _sse2)
#define TARGET
#define EQUAL(block, byte) equal_sse2(block, byte)
#define PAIRS(quotes) pairs_by_shifts(quotes)
#include "ByteScanLoops.h"
#undef VARIANT
#undef TARGET
#undef EQUAL
#undef PAIRS

#define TARGET __attribute__((target("avx2,bmi,bmi2,popcnt,pclmul")))
TARGET static inline uint64_t equal_avx2(const uint8_t *block, uint8_t byte) {
  const __m256i pattern = _mm256_set1_epi8((char)byte);
  __m256i low = _mm256_loadu_si256((const __m256i *)block);
  __m256i high = _mm256_loadu_si256((const __m256i *)(block + 32));
  uint64_t a = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, pattern));
  uint64_t b = (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, pattern));
  return a | b << 32;
}
// A carry-less product with all ones is the running exclusive-or of the bits.
TARGET static inline uint64_t pairs_by_product(uint64_t quotes) {
  __m128i product = _mm_clmulepi64_si128(_mm_set_epi64x(0, (long long)quotes), _mm_set1_epi8((char)0xff), 0);
  return (uint64_t)_mm_cvtsi128_si64(product);
}

#define VARIANT(name) PASTE(name, _avx2)
#define EQUAL(block, byte) equal_avx2(block, byte)
#define PAIRS(quotes) pairs_by_product(quotes)
#include "ByteScanLoops.h"
#undef VARIANT
#undef TARGET
#undef EQUAL
#undef PAIRS
#endif

int scan_can_run(scan_variant variant) {
  switch (variant) {
  case SCAN_PORTABLE:
    return 1;
#if defined(__x86_64__)
  case SCAN_SSE2:
    return 1;
  case SCAN_AVX2:
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi2") && __builtin_cpu_supports("popcnt") &&
           __builtin_cpu_supports("pclmul");
#endif
  default:
    return 0;
  }
}

scan_variant scan_best_variant(void) {
  if (scan_can_run(SCAN_AVX2)) return SCAN_AVX2;
  if (scan_can_run(SCAN_SSE2)) return SCAN_SSE2;
  return SCAN_PORTABLE;
}

scan_lines_result scan_lines(scan_variant variant, const uint8_t *bytes, size_t count) {
#if defined(__x86_64__)
  if (variant == SCAN_AVX2) return lines_avx2(bytes, count);
  if (variant == SCAN_SSE2) return lines_sse2(bytes, count);
#endif
  return lines_portable(bytes, count);
}

scan_index_result scan_index(scan_variant variant, const uint8_t *bytes, size_t count, uint8_t separator,
                             uint32_t *offsets, uint32_t *row_ends) {
#if defined(__x86_64__)
  if (variant == SCAN_AVX2) return index_avx2(bytes, count, separator, offsets, row_ends);
  if (variant == SCAN_SSE2) return index_sse2(bytes, count, separator, offsets, row_ends);
#endif
  return index_portable(bytes, count, separator, offsets, row_ends);
}
