#ifndef LANDGRADE_CCURL_H
#define LANDGRADE_CCURL_H
#include <curl/curl.h>

// Doors for what Swift can't call: setopt and getinfo are variadic, so that a wrong type would go unnoticed. One door
// per type of value. The constants are macros that Swift can't read.

static inline CURLcode landgrade_curl_set_long(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode landgrade_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

// libcurl copies the text.
static inline CURLcode landgrade_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode landgrade_curl_set_pointer(CURL *handle, CURLoption option, void *value) {
    return curl_easy_setopt(handle, option, value);
}

// libcurl does not copy the list: it has to live as long as the option is set.
static inline CURLcode landgrade_curl_set_headers(CURL *handle, struct curl_slist *value) {
    return curl_easy_setopt(handle, CURLOPT_HTTPHEADER, value);
}

static inline CURLcode landgrade_curl_set_body_function(CURL *handle, curl_write_callback function) {
    return curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, function);
}

static inline CURLcode landgrade_curl_set_header_function(CURL *handle, curl_write_callback function) {
    return curl_easy_setopt(handle, CURLOPT_HEADERFUNCTION, function);
}

static inline CURLcode landgrade_curl_set_progress_function(CURL *handle, curl_xferinfo_callback function) {
    return curl_easy_setopt(handle, CURLOPT_XFERINFOFUNCTION, function);
}

static inline CURLcode landgrade_curl_set_socket_function(CURL *handle, curl_opensocket_callback function) {
    return curl_easy_setopt(handle, CURLOPT_OPENSOCKETFUNCTION, function);
}

// Without it a cancelled transfer waits for a name server that does not answer. Known since 7.87.
static inline CURLcode landgrade_curl_leave_quickly(CURL *handle) {
#if LIBCURL_VERSION_NUM >= 0x075700
    return curl_easy_setopt(handle, CURLOPT_QUICK_EXIT, 1L);
#else
    return CURLE_OK;
#endif
}

static inline CURLcode landgrade_curl_get_long(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode landgrade_curl_get_size(CURL *handle, CURLINFO info, curl_off_t *value) {
    return curl_easy_getinfo(handle, info, value);
}

static inline CURLcode landgrade_curl_initialize(void) { return curl_global_init(CURL_GLOBAL_DEFAULT); }

static inline const curl_version_info_data *landgrade_curl_version(void) { return curl_version_info(CURLVERSION_NOW); }

static const long landgrade_curl_auth_none = 0;
static const long landgrade_curl_auth_basic = (long)CURLAUTH_BASIC;
static const long landgrade_curl_auth_bearer = (long)CURLAUTH_BEARER;
static const unsigned int landgrade_curl_any_scheme = CURLU_NON_SUPPORT_SCHEME;

#endif
