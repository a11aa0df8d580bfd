#include "CTransfer.h"

CURLcode prumo_set_text(CURL *transfer, CURLoption option, const char *text) {
  return curl_easy_setopt(transfer, option, text);
}

CURLcode prumo_set_number(CURL *transfer, CURLoption option, long number) {
  return curl_easy_setopt(transfer, option, number);
}

CURLcode prumo_set_size(CURL *transfer, CURLoption option, curl_off_t size) {
  return curl_easy_setopt(transfer, option, size);
}

CURLcode prumo_set_list(CURL *transfer, CURLoption option, struct curl_slist *list) {
  return curl_easy_setopt(transfer, option, list);
}

CURLcode prumo_set_body(CURL *transfer, const void *bytes, size_t count) {
  CURLcode code = curl_easy_setopt(transfer, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)count);
  if (code != CURLE_OK) return code;
  return curl_easy_setopt(transfer, CURLOPT_COPYPOSTFIELDS, bytes);
}

CURLcode prumo_set_callbacks(
    CURL *transfer, prumo_bytes_callback body, prumo_bytes_callback header, prumo_bytes_callback sending,
    prumo_progress_callback progress, void *context) {
  CURLcode codes[] = {
      curl_easy_setopt(transfer, CURLOPT_WRITEFUNCTION, body),
      curl_easy_setopt(transfer, CURLOPT_WRITEDATA, context),
      curl_easy_setopt(transfer, CURLOPT_HEADERFUNCTION, header),
      curl_easy_setopt(transfer, CURLOPT_HEADERDATA, context),
      curl_easy_setopt(transfer, CURLOPT_READFUNCTION, sending),
      curl_easy_setopt(transfer, CURLOPT_READDATA, context),
      curl_easy_setopt(transfer, CURLOPT_XFERINFOFUNCTION, progress),
      curl_easy_setopt(transfer, CURLOPT_XFERINFODATA, context),
      curl_easy_setopt(transfer, CURLOPT_NOPROGRESS, 0L),
  };
  for (size_t place = 0; place < sizeof codes / sizeof codes[0]; place++) {
    if (codes[place] != CURLE_OK) return codes[place];
  }
  return CURLE_OK;
}

long prumo_status(CURL *transfer) {
  long status = 0;
  return curl_easy_getinfo(transfer, CURLINFO_RESPONSE_CODE, &status) == CURLE_OK ? status : 0;
}

CURLcode prumo_begin(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }
