# qt-page.py PROFILE URL [SWITCH...]: opens one page in QtWebEngine, of Qt 6 or else 5, as applications embed it.
import sys

try:
    from PyQt6.QtCore import QUrl
    from PyQt6.QtWebEngineCore import QWebEnginePage, QWebEngineProfile
    from PyQt6.QtWebEngineWidgets import QWebEngineView
    from PyQt6.QtWidgets import QApplication
except ImportError:
    from PyQt5.QtCore import Qt, QUrl
    from PyQt5.QtWebEngineWidgets import QWebEnginePage, QWebEngineProfile, QWebEngineView
    from PyQt5.QtWidgets import QApplication

    QApplication.setAttribute(Qt.AA_ShareOpenGLContexts)

profile, url, *switches = sys.argv[1:]
application = QApplication([sys.argv[0], *switches])


class Page(QWebEnginePage):
    def javaScriptConsoleMessage(self, level, message, line, source):
        print(message, file=sys.stderr)


store = QWebEngineProfile('page')
store.setPersistentStoragePath(profile)
store.setCachePath(profile)
view = QWebEngineView()
page = Page(store, view)
view.setPage(page)
page.load(QUrl(url))
view.show()
sys.exit(application.exec())
