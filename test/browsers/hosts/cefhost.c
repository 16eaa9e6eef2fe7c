/* A host for the CEF builds of the museum, in C, as Windows programs are made under Linux: cefhost.exe --url=http://… --cache=DIR [Chromium's switches]
 * It stands beside libcef.dll and serves both branches, 2171 (Chromium 39) and 2454 (Chromium 45). No header of CEF is used: the few plain structs that are
 * needed are declared here, as include/internal/cef_types.h and cef_types_win.h of the branch have them. */
#include <stddef.h>
#include <stdio.h>
#include <windows.h>

typedef struct { wchar_t *str; size_t length; void (*dtor)(wchar_t *); } string;
typedef struct { HINSTANCE instance; } main_args;

#define SETTINGS_UP_TO_CACHE_PATH \
  size_t size; int single_process, no_sandbox; string browser_subprocess_path; int multi_threaded_message_loop, windowless, command_line_args_disabled; \
  string cache_path;
#define SETTINGS_AFTER_CACHE_PATH \
  int persist_session_cookies; string user_agent, product_version, locale, log_file; int log_severity; \
  string javascript_flags, resources_dir_path, locales_dir_path; int pack_loading_disabled, remote_debugging_port, uncaught_exception_stack_size; \
  int context_safety_implementation, ignore_certificate_errors; unsigned background_color;

typedef struct { SETTINGS_UP_TO_CACHE_PATH SETTINGS_AFTER_CACHE_PATH } settings_2171;
typedef struct { SETTINGS_UP_TO_CACHE_PATH string user_data_path; SETTINGS_AFTER_CACHE_PATH string accept_language_list; } settings_2454;

typedef struct {
  size_t size; int windowless_frame_rate; string fonts[6]; int font_sizes[4]; string default_encoding; int states[20]; unsigned background_color;
  string accept_language_list; /* not in branch 2171: `size` tells */
} browser_settings;

typedef struct {
  DWORD ex_style; string window_name; DWORD style; int x, y, width, height; HWND parent_window; HMENU menu; int windowless, transparent; HWND window;
} window_info;

static string text(wchar_t *value) {
  string made = { value, wcslen(value), NULL };
  return made;
}

static wchar_t *argument(wchar_t **arguments, int count, const wchar_t *name, wchar_t *otherwise) {
  size_t length = wcslen(name);
  for (int i = 1; i < count; i++) if (!wcsncmp(arguments[i], name, length)) return arguments[i] + length;
  return otherwise;
}

static HMODULE load_cef(void) {
  wchar_t folder[MAX_PATH], path[MAX_PATH * 2];
  GetModuleFileNameW(NULL, folder, MAX_PATH);
  *wcsrchr(folder, L'\\') = 0;
  SetDllDirectoryW(folder);
  swprintf(path, MAX_PATH * 2, L"%ls\\libcef.dll", folder);
  return LoadLibraryW(path);
}

int main(void) {
  HMODULE cef = load_cef();
  if (!cef) {
    fprintf(stderr, "libcef.dll can not be loaded: error %lu\n", GetLastError());
    return 9;
  }
  int (*version_info)(int) = (void *)GetProcAddress(cef, "cef_version_info");
  int (*execute_process)(main_args *, void *, void *) = (void *)GetProcAddress(cef, "cef_execute_process");
  int (*initialize)(main_args *, void *, void *, void *) = (void *)GetProcAddress(cef, "cef_initialize");
  int (*create_browser)(window_info *, void *, string *, browser_settings *, void *) = (void *)GetProcAddress(cef, "cef_browser_host_create_browser");
  void (*run_message_loop)(void) = (void *)GetProcAddress(cef, "cef_run_message_loop");

  main_args instance = { GetModuleHandleW(NULL) };
  int code = execute_process(&instance, NULL, NULL);
  if (code >= 0) return code; /* This was a helper's process, and is over. */

  int count;
  wchar_t **arguments = CommandLineToArgvW(GetCommandLineW(), &count);
  string url = text(argument(arguments, count, L"--url=", L"about:blank"));
  string cache = text(argument(arguments, count, L"--cache=", L""));

  static settings_2171 before;
  static settings_2454 after;
  static browser_settings browser;
  int is_2454 = version_info(2) >= 43; /* 2: Chromium's major */
  before.size = sizeof before, before.no_sandbox = 1, before.cache_path = cache, before.log_severity = 2;
  after.size = sizeof after, after.no_sandbox = 1, after.cache_path = cache, after.log_severity = 2;
  browser.size = is_2454 ? sizeof browser : offsetof(browser_settings, accept_language_list);
  /* Wine has neither Times New Roman nor Arial: with no font by default, layout crashes. */
  for (int i = 0; i < 6; i++) browser.fonts[i] = text(L"Tahoma");

  if (!initialize(&instance, is_2454 ? (void *)&after : (void *)&before, NULL, NULL)) {
    fprintf(stderr, "CEF can not be initialized\n");
    return 8;
  }
  static window_info window;
  window.style = WS_OVERLAPPEDWINDOW | WS_CLIPCHILDREN | WS_CLIPSIBLINGS | WS_VISIBLE;
  window.width = 640, window.height = 480;
  window.window_name = text(L"page");
  if (!create_browser(&window, NULL, &url, &browser, NULL)) {
    fprintf(stderr, "CEF can not make a browser\n");
    return 7;
  }
  run_message_loop();
  return 0;
}
