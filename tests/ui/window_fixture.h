// The whole window with the real engine behind it, and hands to work it with.
#pragma once

#include <QAction>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <memory>

#include "lessons/catalogue.h"
#include "view/main_window.h"

namespace loopline::test {

class WindowFixture {
 public:
  explicit WindowFixture(const QString& theme = QStringLiteral("light"), bool restore = false, QSize size = {1440, 900},
                         std::shared_ptr<const ui::ScenarioRunner> runner = nullptr)
      : m_settings{.dataFolder = m_folder.path(), .theme = theme, .restore = restore, .runner = std::move(runner)} {
    open(size);
  }

  /// Closes the window and opens another one over the same data, as starting the program again does.
  void openAgain() {
    m_window->close();
    m_window.reset();
    m_settings.restore = true;
    open({1440, 900});
  }

  ui::MainWindow& window() { return *m_window; }
  QString folder() const { return m_folder.path(); }

  template <class Widget>
  Widget* find(const char* name) {
    return m_window->findChild<Widget*>(QString::fromLatin1(name));
  }
  void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
    QWidget* focus = QApplication::focusWidget();
    QTest::keyClick(focus != nullptr ? focus : m_window.get(), static_cast<Qt::Key>(key), modifiers);
    QTest::qWait(1);
  }
  void grab(const QString& name) {
    QTest::qWait(30);
    const QString path = QStringLiteral(SCREENSHOTS "/%1.png").arg(name);
    if (!m_window->grab().save(path)) qWarning("%s was not written", qPrintable(path));
  }

 private:
  void open(QSize size) {
    m_window = std::make_unique<ui::MainWindow>(m_settings);
    m_window->resize(size);
    m_window->show();
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
  }

  QTemporaryDir m_folder;
  ui::MainWindow::Settings m_settings;
  std::unique_ptr<ui::MainWindow> m_window;
};

}  // namespace loopline::test
