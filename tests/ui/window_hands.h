// What a person does with the window and reads from it, for tests that drive it.
#pragma once

#include <QAbstractItemModel>
#include <QApplication>
#include <QFile>
#include <QScrollArea>
#include <QTimer>
#include <QToolButton>
#include <algorithm>

#include "code/code_pane.h"
#include "inspector/now_box.h"
#include "inspector/rows_view.h"
#include "transport/transport_bar.h"
#include "window_fixture.h"

namespace loopline::test {

inline constexpr const char* kTasksLesson = "201-sequential-and-create-task.md";
inline constexpr const char* kBlockingLesson = "302-time-sleep-in-a-task.md";

/// Data of a test that looks at the window in a light and in a dark theme, at the two sizes.
inline void lookRows() {
  QTest::addColumn<QString>("theme");
  QTest::addColumn<QSize>("size");
  QTest::newRow("light-1440") << QStringLiteral("light") << QSize(1440, 900);
  QTest::newRow("dark-1366") << QStringLiteral("dark") << QSize(1366, 768);
}

inline QString place(WindowFixture& fixture) { return fixture.find<ui::TransportBar>("transport")->placeText(); }

inline QString sentence(WindowFixture& fixture) {
  QTest::qWait(5);
  return fixture.find<ui::NowBox>("nowBox")->sentence();
}

/// Those that are seen, from left to right.
inline QList<ui::CodePane*> panes(WindowFixture& fixture) {
  QList<ui::CodePane*> panes;
  for (ui::CodePane* pane : fixture.window().findChildren<ui::CodePane*>()) {
    if (pane->isVisible()) panes << pane;
  }
  std::ranges::sort(panes, {}, [](const ui::CodePane* pane) { return pane->x(); });
  return panes;
}

inline void openLesson(WindowFixture& fixture, const char* lesson) {
  QVERIFY(fixture.window().openLesson(QString::fromLatin1(lesson)));
  QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
}

inline QString writeFile(const QString& folder, const QString& name, const QByteArray& text) {
  const QString path = folder + u'/' + name;
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return {};
  file.write(text);
  return path;
}

inline void openScript(WindowFixture& fixture, const QByteArray& source, const QString& name = QStringLiteral("p.py")) {
  fixture.window().openFile(writeFile(fixture.folder(), name, source));
  QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
}

/// Does something in the next dialog or popup that opens; QTRY cannot, since exec() blocks.
template <class Deed>
void inNextDialog(Deed deed) {
  auto* timer = new QTimer(qApp);
  QObject::connect(timer, &QTimer::timeout, qApp, [timer, deed] {
    QWidget* dialog = QApplication::activeModalWidget();
    if (dialog == nullptr) return;
    timer->stop();
    timer->deleteLater();
    deed(dialog);
  });
  timer->start(20);
}

inline QStringList rowsOf(const QAbstractItemModel& model) {
  QStringList rows;
  for (int row = 0; row < model.rowCount(); ++row) rows << model.index(row, 0).data(Qt::AccessibleTextRole).toString();
  return rows;
}

}  // namespace loopline::test
