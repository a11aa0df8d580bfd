#pragma once
#include <curl/curl.h>

// libcurl sets and tells everything through functions with a variable number of arguments, which Swift cannot call. Here
// stands each kind of argument that Prumo gives, with its type.

typedef size_t (*prumo_bytes_callback)(char *bytes, size_t size, size_t count, void *context);
typedef int (*prumo_progress_callback)(
    void *context, curl_off_t expected, curl_off_t received, curl_off_t to_send, curl_off_t sent);

// libcurl keeps a copy of the text.
CURLcode prumo_set_text(CURL *transfer, CURLoption option, const char *text);
CURLcode prumo_set_number(CURL *transfer, CURLoption option, long number);
CURLcode prumo_set_size(CURL *transfer, CURLoption option, curl_off_t size);
// The list must live as long as the transfer.
CURLcode prumo_set_list(CURL *transfer, CURLoption option, struct curl_slist *list);
// The body of a POST; libcurl keeps a copy of the bytes.
CURLcode prumo_set_body(CURL *transfer, const void *bytes, size_t count);
// What arrives, what is sent, and the question whether to go on; all are given the same context.
CURLcode prumo_set_callbacks(
    CURL *transfer, prumo_bytes_callback body, prumo_bytes_callback header, prumo_bytes_callback sending,
    prumo_progress_callback progress, void *context);
// The last status that the server sent, of HTTP or SMTP; 0 when it sent none.
long prumo_status(CURL *transfer);
// Once, before any other call.
CURLcode prumo_begin(void);
