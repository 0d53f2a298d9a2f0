#include "view/main_window.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QKeyEvent>
#include <QMimeData>
#include <QUrl>

#include "main_window/parts.h"

namespace loopline::ui {

namespace {

QString localFile(const QMimeData* data) {
  const QList<QUrl> urls = data->urls();
  return urls.size() == 1 && urls.front().isLocalFile() ? urls.front().toLocalFile() : QString();
}

}  // namespace

MainWindow::MainWindow(const Settings& settings, QWidget* parent) : QMainWindow(parent), m_settings(settings) {
  // Text is painted in the application's direction, whatever the widget's, and code must not be turned round: so it is
  // the window alone that goes from right to left.
  if (QGuiApplication::isRightToLeft()) {
    QGuiApplication::setLayoutDirection(Qt::LeftToRight);
    setLayoutDirection(Qt::RightToLeft);
  }
  m_parts = std::make_unique<Parts>(*this, settings);
  setAcceptDrops(true);
  qApp->installEventFilter(this);
  if (settings.restore) m_parts->openFirst();
}

MainWindow::~MainWindow() { qApp->removeEventFilter(this); }

void MainWindow::startOver() {
  // Later: what asked for it is one of the parts.
  QMetaObject::invokeMethod(
      this,
      [this] {
        const Parts::Carried carried = m_parts->carry();
        m_settings.theme.clear();  // as it is now, not as the program began
        m_parts.reset();
        m_parts = std::make_unique<Parts>(*this, m_settings);
        m_parts->reopen(carried);
      },
      Qt::QueuedConnection);
}

void MainWindow::openFile(const QString& path) { m_parts->openFile(path); }
bool MainWindow::openLesson(const QString& path) { return m_parts->openLesson(path); }

void MainWindow::closeEvent(QCloseEvent* event) {
  if (!m_parts->mayLeave()) return event->ignore();
  m_parts->keepPlace();
  m_parts->keepLayout();
  QMainWindow::closeEvent(event);
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
  if (!localFile(event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
  const QString path = localFile(event->mimeData());
  if (path.isEmpty()) return;
  event->acceptProposedAction();
  openFile(path);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
  if (event->type() == QEvent::ShortcutOverride && m_parts != nullptr &&
      m_parts->keepsKey(watched, *static_cast<QKeyEvent*>(event))) {
    event->accept();
    return true;
  }
  // The window has colours of its own, so what changes here are the desktop's.
  if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange && m_parts != nullptr) {
    m_parts->desktopChanged();
  }
  return QMainWindow::eventFilter(watched, event);
}

void MainWindow::resizeEvent(QResizeEvent* event) {
  QMainWindow::resizeEvent(event);
  if (m_parts != nullptr) m_parts->arrangeList();
}

void MainWindow::changeEvent(QEvent* event) {
  QMainWindow::changeEvent(event);
  if (event->type() == QEvent::ThemeChange && m_parts != nullptr) m_parts->desktopChanged();
}

}  // namespace loopline::ui
