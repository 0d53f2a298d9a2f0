// Going through a run with mouse and keys: by line, print and event, to a line, a time, a task's next turn; playing.
#include <Qsci/qsciscintilla.h>
#include <QComboBox>
#include <QLineEdit>

#include "code/code_gutter.h"
#include "transport/jump_popup.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

// In the number margin, at a line that is in view.
void clickMargin(ui::CodePane* pane, int line, Qt::KeyboardModifiers modifiers = {}) {
  auto* editor = pane->findChild<QsciScintilla*>();
  const auto row = static_cast<unsigned long>(line - 1);
  const long start = editor->SendScintilla(QsciScintillaBase::SCI_POSITIONFROMLINE, row);
  const long top = editor->SendScintilla(QsciScintillaBase::SCI_POINTYFROMPOSITION, 0UL, start);
  QTest::mouseClick(editor->viewport(), Qt::LeftButton, modifiers, QPoint(8, static_cast<int>(top) + 6));
}

}  // namespace

class TestWindowReplay : public QObject {
  Q_OBJECT

 private slots:
  void aClickInTheMarginRunsToTheLineAndShiftBack() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    ui::CodePane* pane = panes(fixture).at(1);
    int line = 0;
    for (int i = 0; i < 40 && line < 3; ++i) {
      fixture.press(Qt::Key_Right, Qt::AltModifier);
      line = pane->currentLine();
    }
    fixture.press(Qt::Key_Home);
    clickMargin(pane, line);
    QTRY_COMPARE_WITH_TIMEOUT(pane->currentLine(), line, 20'000);
    const QString first = place(fixture);
    fixture.grab(QStringLiteral("replay-run-to-line"));
    clickMargin(pane, line);
    const QString second = place(fixture);
    if (second != first) {
      clickMargin(pane, line, Qt::ShiftModifier);
      QTRY_COMPARE_WITH_TIMEOUT(place(fixture), first, 20'000);
    }
    fixture.press(Qt::Key_Home);
    fixture.press(Qt::Key_L);  // the line is still selected
    QTRY_COMPARE_WITH_TIMEOUT(place(fixture), first, 20'000);
  }

  void theSelectedTasksNextTurnIsOneKeyAway() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    for (int i = 0; i < 6; ++i) fixture.press(Qt::Key_Right);
    auto* gutter = panes(fixture).at(1)->findChild<ui::CodeGutter*>();
    const auto line = std::ranges::find_if(gutter->lines(), [](const auto& each) { return !each.chips.empty(); });
    QVERIFY(line != gutter->lines().end());
    const QString task = line->chips.back().tip.section(u' ', 0, 0);
    QTest::mouseClick(gutter, Qt::LeftButton, {}, {gutter->width() - 8, line->top + line->height / 2});
    fixture.press(Qt::Key_J);
    QVERIFY2(sentence(fixture).startsWith(task), qPrintable(sentence(fixture)));
    const QString there = place(fixture);
    fixture.press(Qt::Key_J);
    fixture.press(Qt::Key_J, Qt::ShiftModifier);
    QVERIFY2(sentence(fixture).startsWith(task), qPrintable(sentence(fixture)));
    Q_UNUSED(there);
  }

  void aTypedPlaceIsGoneTo() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    fixture.press(Qt::Key_G, Qt::ControlModifier);
    auto* popup = fixture.window().findChild<ui::JumpPopup*>();
    QTRY_VERIFY_WITH_TIMEOUT(popup->isVisible(), 20'000);
    popup->grab().save(QStringLiteral(SCREENSHOTS "/jump.png"));
    auto* field = popup->findChild<QLineEdit*>();
    QTest::keyClicks(field, QStringLiteral("nowhere"));
    QTest::keyClick(field, Qt::Key_Return);
    QVERIFY(popup->isVisible());
    field->clear();
    QTest::keyClicks(field, QStringLiteral("1.5 s"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(!popup->isVisible(), 20'000);
    QVERIFY2(place(fixture).startsWith(QStringLiteral("t 1.500 s")), qPrintable(place(fixture)));
    QVERIFY2(sentence(fixture).contains(QStringLiteral("idle")) || sentence(fixture).contains(QStringLiteral("sleeps")),
             qPrintable(sentence(fixture)));
  }

  void linesPrintsAndEventsAreSteppedBothWays() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    struct Way {
      int on, back;
      Qt::KeyboardModifiers modifiers;
    };
    for (const Way& way :
         {Way{Qt::Key_Right, Qt::Key_Left, Qt::AltModifier}, Way{Qt::Key_Period, Qt::Key_Comma, Qt::NoModifier},
          Way{Qt::Key_Right, Qt::Key_Left, Qt::AltModifier | Qt::ShiftModifier}}) {
      fixture.press(Qt::Key_Home);
      fixture.press(way.on, way.modifiers);
      const QString first = place(fixture) + sentence(fixture);
      fixture.press(way.on, way.modifiers);
      const QString second = place(fixture) + sentence(fixture);
      QVERIFY(first != second);
      fixture.press(way.back, way.modifiers);
      QCOMPARE(place(fixture) + sentence(fixture), first);
    }
    fixture.press(Qt::Key_Home);
    fixture.press(Qt::Key_Period);
    QVERIFY2(sentence(fixture).contains(QStringLiteral("prints")), qPrintable(sentence(fixture)));
  }

  void playingBySecondsIsChosenInTheTransport() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    auto* speed = fixture.find<ui::TransportBar>("transport")->findChild<QComboBox*>();
    const int fast = speed->findText(QStringLiteral("10 s/s"));
    QVERIFY(fast > 0);
    speed->setCurrentIndex(fast);
    emit speed->activated(fast);
    fixture.press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).startsWith(QStringLiteral("t 3.000 s")), 10'000);
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.find<QToolButton>("forward")->isEnabled(), 20'000);
  }
};

QTEST_MAIN(TestWindowReplay)
#include "test_window_replay.moc"
