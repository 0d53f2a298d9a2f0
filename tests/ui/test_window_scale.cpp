// Very small screens, or very large ones of few points: the window at 1366×768 pixels with two and three of them to a
// point. All controls can be reached: what does not fit is scrolled to.
#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QScreen>
#include <QScrollArea>
#include <QScrollBar>
#include <QTabWidget>

#include "export/export_dialog.h"
#include "inspector/inspector.h"
#include "lessons/lesson_panel.h"
#include "view/timeline_view.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

/// Every control of a window that is shown, whether it is in view or not.
QList<QWidget*> controls(const QWidget& window) {
  QList<QWidget*> all;
  for (QWidget* each : window.findChildren<QWidget*>()) {
    const bool control = qobject_cast<QAbstractButton*>(each) != nullptr || qobject_cast<QComboBox*>(each) != nullptr ||
                         qobject_cast<QLineEdit*>(each) != nullptr;
    if (control && each->isVisible() && each->isEnabled() && !each->objectName().startsWith(QStringLiteral("qt_"))) {
      all << each;
    }
  }
  return all;
}

/// Scrolls to it as Tab does, then says whether it is seen whole (or as much of it as fits).
bool isReached(QWidget* widget, const QWidget& window) {
  for (QWidget* above = widget->parentWidget(); above != nullptr; above = above->parentWidget()) {
    if (auto* area = qobject_cast<QScrollArea*>(above)) area->ensureWidgetVisible(widget, 2, 2);
  }
  const QRect seen = QRect(widget->mapTo(&window, QPoint()), widget->size()).intersected(window.rect());
  return seen.width() >= std::min({widget->width() - 2, 60, window.width() - 20}) &&
         seen.height() >= std::min({widget->height() - 2, 16, window.height() - 20});
}

void timelineFocus(WindowFixture& fixture) { fixture.window().findChild<ui::TimelineView*>()->setFocus(); }

QString nameOf(const QWidget* widget) {
  return QStringLiteral("%1 “%2” %3×%4")
      .arg(QString::fromLatin1(widget->metaObject()->className()), widget->accessibleName())
      .arg(widget->width())
      .arg(widget->height());
}

QStringList notReached(const QWidget& window) {
  QStringList lost;
  for (QWidget* control : controls(window)) {
    if (!isReached(control, window)) lost << nameOf(control);
  }
  return lost;
}

}  // namespace

class TestWindowScale : public QObject {
  Q_OBJECT

 private slots:
  void everyControlIsReached_data() {
    QTest::addColumn<QSize>("size");
    QTest::newRow("200-percent") << QSize(683, 384);
    QTest::newRow("300-percent") << QSize(455, 256);
  }
  void everyControlIsReached() {
    QFETCH(QSize, size);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    WindowFixture fixture(QStringLiteral("light"), false, size);
    QCOMPARE(fixture.window().size(), size);  // nothing in it makes it larger than the screen
    openLesson(fixture, kTasksLesson);
    for (int i = 0; i < 6; ++i) fixture.press(Qt::Key_Right);
    fixture.grab(QStringLiteral("scale-%1").arg(tag));
    QCOMPARE(fixture.window().size(), size);
    QVERIFY(!fixture.window().findChild<ui::LessonPanel*>()->isVisible());  // the lesson itself needs the room
    QStringList lost = notReached(fixture.window());
    QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
    fixture.grab(QStringLiteral("scale-%1-end").arg(tag));

    fixture.press(Qt::Key_P, Qt::ControlModifier);
    QTest::qWait(100);
    lost = notReached(fixture.window());
    QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
    fixture.grab(QStringLiteral("scale-%1-predict").arg(tag));
    fixture.press(Qt::Key_P, Qt::ControlModifier);

    fixture.press(Qt::Key_Home, Qt::AltModifier);
    fixture.grab(QStringLiteral("scale-%1-start").arg(tag));
    lost = notReached(fixture.window());
    QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
  }

  void theListOfLessonsGivesWayToTheLesson() {
    WindowFixture fixture(QStringLiteral("light"), true, QSize(1440, 900));
    openLesson(fixture, kTasksLesson);
    auto* list = fixture.window().findChild<ui::LessonPanel*>();
    QVERIFY(list->isVisible());
    fixture.window().resize(683, 384);
    QTRY_VERIFY(!list->isVisible());
    fixture.press(Qt::Key_F9);
    QVERIFY(list->isVisible());
    fixture.press(Qt::Key_F9);
    QVERIFY(!list->isVisible());
    fixture.press(Qt::Key_F, Qt::ControlModifier);
    QVERIFY(list->isVisible());
    fixture.window().resize(1440, 900);
    QTRY_VERIFY(list->isVisible());
    timelineFocus(fixture);
    fixture.press(Qt::Key_F9);
    QVERIFY(!list->isVisible());
    fixture.openAgain();
    QVERIFY(!fixture.window().findChild<ui::LessonPanel*>()->isVisible());
  }

  void tabBringsIntoViewWhatItReaches() {
    WindowFixture fixture(QStringLiteral("light"), false, QSize(455, 256));
    openLesson(fixture, kTasksLesson);
    QSet<QWidget*> met;
    for (int i = 0; i < 60; ++i) {
      fixture.press(Qt::Key_Tab);
      QWidget* focus = QApplication::focusWidget();
      if (met.contains(focus)) break;
      met << focus;
      const QRect there(focus->mapTo(&fixture.window(), QPoint()), focus->size());
      QVERIFY2(there.intersects(fixture.window().rect()), qPrintable(nameOf(focus)));
    }
    QVERIFY(met.size() > 15);
  }

  void dialogsAreNoLargerThanTheScreenAndScroll_data() {
    QTest::addColumn<int>("key");
    QTest::addColumn<int>("modifiers");
    QTest::newRow("export") << int(Qt::Key_E) << int(Qt::ControlModifier | Qt::ShiftModifier);
    QTest::newRow("help") << int(Qt::Key_F1) << 0;
    QTest::newRow("go-to") << int(Qt::Key_K) << int(Qt::ControlModifier);
  }
  void dialogsAreNoLargerThanTheScreenAndScroll() {
    QFETCH(int, key);
    QFETCH(int, modifiers);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    WindowFixture fixture(QStringLiteral("light"), false, QSize(455, 256));
    openLesson(fixture, kTasksLesson);
    QStringList lost;
    QSize size;
    inNextDialog([&](QWidget* dialog) {
      dialog->resize(440, 240);
      QTest::qWait(30);
      size = dialog->size();
      lost = notReached(*dialog);
      dialog->grab().save(QStringLiteral(SCREENSHOTS "/scale-300-percent-%1.png").arg(tag));
      dialog->close();
    });
    fixture.press(key, Qt::KeyboardModifiers(modifiers));
    QTRY_VERIFY_WITH_TIMEOUT(!size.isNull(), 20'000);
    QVERIFY2(size.width() <= 455 && size.height() <= 256,
             qPrintable(QStringLiteral("%1×%2").arg(size.width()).arg(size.height())));
    QVERIFY2(lost.isEmpty(), qPrintable(lost.join(u'\n')));
  }
};

QTEST_MAIN(TestWindowScale)
#include "test_window_scale.moc"
