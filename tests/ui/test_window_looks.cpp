// Pictures of the whole window, to be looked at: every lesson, both themes, both sizes.
#include <QLabel>

#include "code/code_pane.h"
#include "transport/transport_bar.h"
#include "window_fixture.h"

using namespace loopline;
using test::WindowFixture;

namespace {

void waitForRuns(WindowFixture& fixture) {
  const auto* transport = fixture.find<ui::TransportBar>("transport");
  QTRY_VERIFY_WITH_TIMEOUT(!transport->placeText().isEmpty(), 20'000);
}

}  // namespace

class TestWindowLooks : public QObject {
  Q_OBJECT

 private slots:
  void everyLessonFillsTheWindow_data() {
    QTest::addColumn<QString>("lesson");
    QTest::addColumn<QString>("theme");
    QTest::addColumn<QSize>("size");
    const lessons::Catalogue catalogue = lessons::Catalogue::embedded();
    for (const lessons::Lesson& lesson : catalogue.lessons()) {
      for (const char* theme : {"light", "dark"}) {
        // Each lesson at two of the four, every one of the four with half of the lessons.
        const bool large = (QString::fromStdString(lesson.path).left(3).toInt() % 2 == 0) == (theme[0] == 'l');
        for (const QSize size : {large ? QSize(1440, 900) : QSize(1366, 768)}) {
          const QString name =
              QStringLiteral("%1-%2-%3").arg(QString::fromStdString(lesson.path).left(3), theme).arg(size.width());
          QTest::newRow(qPrintable(name)) << QString::fromStdString(lesson.path) << QString(theme) << size;
        }
      }
    }
  }

  void everyLessonFillsTheWindow() {
    QFETCH(QString, lesson);
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    WindowFixture fixture(theme, false, size);
    QVERIFY(fixture.window().openLesson(lesson));
    waitForRuns(fixture);
    for (int i = 0; i < 12; ++i) fixture.press(Qt::Key_Right, Qt::ShiftModifier);
    fixture.grab(QStringLiteral("window-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(fixture.window().size(), size);
  }
};

QTEST_MAIN(TestWindowLooks)
#include "test_window_looks.moc"
