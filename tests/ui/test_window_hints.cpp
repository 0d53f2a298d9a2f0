// Hints of the checker where they belong: beside the code and under it, in the inspector, in the editor; in the
// window's language, and not while somebody predicts.
#include <QFrame>
#include <QLabel>

#include "code/code_gutter.h"
#include "editor/source_editor.h"
#include "inspector/hints_view.h"
#include "lessons/hints.h"
#include "ui_model/hint_text.h"
#include "ui_model/language.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

const char* const kBlocks = R"(import asyncio
import time

async def work(n=1):
    await asyncio.sleep(n)

async def main():
    work()
    time.sleep(1)
    await work(2)

asyncio.run(main())
)";

QList<QFrame*> boxes(WindowFixture& fixture) {
  return fixture.window().findChild<ui::HintsView*>()->findChildren<QFrame*>(QStringLiteral("hintBox"));
}

void clickSign(WindowFixture& fixture, int pane, int line) {
  auto* gutter = panes(fixture).at(pane)->findChild<ui::CodeGutter*>();
  for (const ui::CodeGutter::Line& each : gutter->lines()) {
    if (each.number != line) continue;
    QVERIFY(!each.hint.isEmpty());
    QTest::mouseClick(gutter, Qt::LeftButton, {}, {9, each.top + each.height / 2});
    QTest::qWait(10);
    return;
  }
  QFAIL("there is no sign on this line");
}

}  // namespace

class TestWindowHints : public QObject {
  Q_OBJECT

 private slots:
  void cleanup() { ui::installLanguage(QStringLiteral("en")); }

  void a_click_on_the_sign_tells_the_hint_under_its_line() {
    WindowFixture fixture;
    openScript(fixture, kBlocks);
    QCOMPARE(panes(fixture).size(), 1);
    ui::CodePane* pane = panes(fixture).front();
    QCOMPARE(pane->underLine(9), QString());
    clickSign(fixture, 0, 9);
    QCOMPARE(pane->openHint(), 9);
    QVERIFY2(pane->underLine(9).contains(QStringLiteral("blocks the whole loop")), qPrintable(pane->underLine(9)));
    QVERIFY2(pane->underLine(9).contains(QStringLiteral("asyncio.sleep")), qPrintable(pane->underLine(9)));
    fixture.press(Qt::Key_Right);
    QVERIFY(!pane->underLine(9).isEmpty());  // stepping leaves it there
    fixture.grab(QStringLiteral("hints"));
    clickSign(fixture, 0, 9);
    QCOMPARE(pane->underLine(9), QString());
    clickSign(fixture, 0, 8);
    QVERIFY2(pane->underLine(8).contains(QStringLiteral("nobody awaits")), qPrintable(pane->underLine(8)));
  }

  void a_hint_in_the_inspector_leads_to_its_line() {
    WindowFixture fixture;
    openScript(fixture, kBlocks);
    QTRY_COMPARE_WITH_TIMEOUT(boxes(fixture).size(), 2, 20'000);
    QFrame* box = boxes(fixture).at(1);
    QVERIFY2(box->accessibleName().startsWith(QStringLiteral("line 9: time.sleep()")),
             qPrintable(box->accessibleName()));
    QTest::mouseClick(box, Qt::LeftButton);
    QTRY_COMPARE_WITH_TIMEOUT(panes(fixture).front()->openHint(), 9, 20'000);
    boxes(fixture).at(0)->setFocus();
    QTest::keyClick(boxes(fixture).at(0), Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(panes(fixture).front()->openHint(), 8, 20'000);
  }

  void compared_programs_say_which_of_them_is_meant() {
    WindowFixture fixture;
    openLesson(fixture, kBlockingLesson);
    QTRY_VERIFY_WITH_TIMEOUT(!boxes(fixture).isEmpty(), 20'000);
    QVERIFY2(boxes(fixture).front()->accessibleName().startsWith(QStringLiteral("A, line 17:")),
             qPrintable(boxes(fixture).front()->accessibleName()));
    clickSign(fixture, 0, 17);
    fixture.grab(QStringLiteral("hints-compared"));
    QVERIFY(!panes(fixture).at(0)->underLine(17).isEmpty());
  }

  void the_editor_marks_them_while_the_code_is_changed() {
    WindowFixture fixture;
    openScript(fixture, kBlocks);
    fixture.press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(panes(fixture).front()->isEditing(), 20'000);
    auto* editor = panes(fixture).front()->findChild<ui::SourceEditor*>();
    QTRY_VERIFY2(editor->noteUnder(9).contains(QStringLiteral("blocks the whole loop")),
                 qPrintable(editor->noteUnder(9)));
    // The mistake goes, and so does what was said of it.
    editor->replaceText(QString::fromUtf8(kBlocks).replace(QStringLiteral("    time.sleep(1)"),
                                                           QStringLiteral("    await asyncio.sleep(1)")));
    QTRY_COMPARE_WITH_TIMEOUT(editor->noteUnder(9), QString(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!editor->noteUnder(8).isEmpty(), 20'000);
  }

  void nothing_is_hinted_at_while_somebody_predicts() {
    WindowFixture fixture;
    openScript(fixture, kBlocks);
    clickSign(fixture, 0, 9);
    fixture.press(Qt::Key_P, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(panes(fixture).front()->openHint(), 0, 20'000);
    QCOMPARE(panes(fixture).front()->underLine(9), QString());
    QVERIFY(!fixture.window().findChild<ui::HintsView*>()->isVisible());
  }

  void every_hint_has_words_in_the_language_of_the_window_data() {
    QTest::addColumn<QString>("line");
    for (const char* line : {"work(2)",
                             "await asyncio.create_task(work())",
                             "asyncio.create_task(work())",
                             "t = asyncio.create_task(work); await t",
                             "asyncio.get_running_loop().call_soon(work)",
                             "asyncio.gather(work(), work())",
                             "time.sleep(1)",
                             "requests.get('x')",
                             "await time.sleep(1)",
                             "slow()",
                             "await slow()",
                             "asyncio.run(work())",
                             "asyncio.get_event_loop().run_until_complete(work())",
                             "await work",
                             "await 5",
                             "await [work(), work()]",
                             "threading.Thread(target=work)",
                             "await gen()",
                             "await asyncio.run_coroutine_threadsafe(work(), None)",
                             "await twice()",
                             "await later()"}) {
      QTest::newRow(line) << QString::fromUtf8(line);
    }
  }
  void every_hint_has_words_in_the_language_of_the_window() {
    QFETCH(QString, line);
    const QString program = QStringLiteral(
                                "import asyncio, time, threading, requests\nasync def work(n=1) -> int:\n"
                                "    await asyncio.sleep(n)\n    return n\ndef slow():\n    time.sleep(1)\n"
                                "async def gen():\n    yield 1\nasync def twice():\n    return work()\n"
                                "async def later():\n    return asyncio.create_task(work())\n"
                                "async def main():\n    %1\n")
                                .arg(line);
    const lessons::Loaded loaded = lessons::load_lesson(program.toStdString(), "x.py");
    const lessons::Diagnostics found = lessons::hints_of(*loaded.lesson);
    QVERIFY(!found.empty());
    for (const lessons::Diagnostic& hint : found) {
      QVERIFY2(ui::isKnownHint(hint.message), hint.message.c_str());
      const QString english = ui::hintText(hint.message);
      QCOMPARE(QString(english).remove(u'`'), QString::fromStdString(hint.message).remove(u'\'').remove(u'`'));
      ui::installLanguage(QStringLiteral("de"));
      const QString german = ui::hintText(hint.message);
      ui::installLanguage(QStringLiteral("en"));
      QVERIFY2(german != english && !german.contains(QStringLiteral("%1")), qPrintable(german));
    }
  }
};

QTEST_MAIN(TestWindowHints)
#include "test_window_hints.moc"
