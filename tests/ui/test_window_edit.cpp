// Changing code in its pane with the keyboard: run, mistakes at their place, the original beside it, nothing lost.
#include <Qsci/qsciscintilla.h>
#include <QAction>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include "code/code_area.h"
#include "editor/code_edit.h"
#include "editor/source_editor.h"
#include "main_window/banner.h"
#include "ui_model/engine_runner.h"
#include "ui_model/lesson_session.h"
#include "ui_model/line_diff.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

QsciScintilla* editorOf(ui::CodePane* pane) { return pane->edit()->editor().findChild<QsciScintilla*>(); }

QString endOf(ui::CodePane* pane) { return pane->findChild<QLabel*>(QStringLiteral("codeEnd"))->text(); }

QToolButton* tool(ui::CodePane* pane, const char* name) {
  return pane->findChild<QToolButton*>(QStringLiteral("edit-") + QString::fromLatin1(name));
}

// Puts the cursor behind a text, which is in the code once.
void goBehind(QsciScintilla* editor, const QString& text) {
  const auto at = static_cast<int>(editor->text().indexOf(text) + text.size());
  int line = 0;
  int column = 0;
  editor->lineIndexFromPosition(at, &line, &column);
  editor->setCursorPosition(line, column);
}

}  // namespace

class TestWindowEdit : public QObject {
  Q_OBJECT

 private slots:
  void whatIsTypedRunsAndTheTimelineChanges_data() { lookRows(); }
  void whatIsTypedRunsAndTheTimelineChanges() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    WindowFixture fixture(theme, false, size);
    openLesson(fixture, kTasksLesson);
    fixture.press(Qt::Key_E, Qt::ControlModifier);
    ui::CodePane* pane = panes(fixture).at(0);
    QTRY_VERIFY_WITH_TIMEOUT(pane->isEditing(), 20'000);
    QsciScintilla* editor = editorOf(pane);
    QVERIFY(editor->hasFocus());
    goBehind(editor, QStringLiteral("fetch(\"page\", "));
    fixture.press(Qt::Key_4);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().findChild<ui::Banner*>()->text().contains(QStringLiteral("has changed")),
                             20'000);
    fixture.press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(endOf(pane).contains(QStringLiteral("43.000")), 20'000);
    QVERIFY(pane->isEditing());
    QVERIFY(editor->text().contains(QStringLiteral("fetch(\"page\", 42)")));
    for (int i = 0; i < 5; ++i) QTest::keyClick(&fixture.window(), Qt::Key_Right, Qt::ShiftModifier);
    fixture.grab(QStringLiteral("edit-%1").arg(tag));
    tool(pane, "compare")->click();
    QTest::qWait(30);
    fixture.grab(QStringLiteral("edit-compare-%1").arg(tag));
    QCOMPARE(panes(fixture).size(), 1);  // two texts need the room
    tool(pane, "compare")->click();
    QCOMPARE(panes(fixture).size(), 2);
    tool(pane, "restore")->click();
    QVERIFY(!editor->text().contains(QStringLiteral("42")));
    fixture.press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(endOf(pane).contains(QStringLiteral("3.000")), 20'000);
    fixture.press(Qt::Key_E, Qt::ControlModifier);
    QVERIFY(!pane->isEditing());
  }

  void aMistakeStandsUnderItsLine_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("told");
    QTest::newRow("syntax") << QStringLiteral("if x") << 2 << QString();
    QTest::newRow("exception") << QStringLiteral("print(1 // 0)") << 2 << QStringLiteral("ZeroDivisionError");
    QTest::newRow("name") << QStringLiteral("prnt(1)") << 2 << QStringLiteral("prnt");
  }
  void aMistakeStandsUnderItsLine() {
    QFETCH(QString, typed);
    QFETCH(int, line);
    QFETCH(QString, told);
    WindowFixture fixture;
    openScript(fixture, "x = 1\n\nprint(x)\n");
    fixture.press(Qt::Key_E, Qt::ControlModifier);
    ui::CodePane* pane = panes(fixture).at(0);
    QTRY_VERIFY_WITH_TIMEOUT(pane->isEditing(), 20'000);
    QsciScintilla* editor = editorOf(pane);
    editor->setCursorPosition(1, 0);
    QTest::keyClicks(editor, typed);
    fixture.press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!editor->annotation(line - 1).isEmpty(), 20'000);
    QVERIFY2(editor->annotation(line - 1).contains(told), qPrintable(editor->annotation(line - 1)));
    fixture.grab(QStringLiteral("edit-mistake-%1").arg(QString::fromLatin1(QTest::currentDataTag())));
    // Put right, it goes.
    editor->setCursorPosition(1, 0);
    for (qsizetype i = 0; i < typed.size(); ++i) fixture.press(Qt::Key_Delete);
    fixture.press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(editor->annotation(line - 1).isEmpty(), 20'000);
  }

  void whatIsTypedIsThereAfterAKill() {
    QTemporaryDir kept;
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    fixture.press(Qt::Key_E, Qt::ControlModifier);
    ui::CodePane* pane = panes(fixture).at(0);
    QTRY_VERIFY_WITH_TIMEOUT(pane->isEditing(), 20'000);
    editorOf(pane)->setCursorPosition(0, 0);
    QTest::keyClicks(editorOf(pane), QStringLiteral("import math"));
    fixture.press(Qt::Key_Return);
    // The window is not closed: what is on the disk by now is what a killed program leaves.
    const QString file = fixture.folder() + QStringLiteral("/progress.json");
    const auto onDisk = [&] {
      QFile progress(file);
      return progress.open(QIODevice::ReadOnly) && progress.readAll().contains("import math");
    };
    QTRY_VERIFY_WITH_TIMEOUT(onDisk(), 3'000);
    fixture.openAgain();
    openLesson(fixture, kTasksLesson);
    fixture.press(Qt::Key_E, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(panes(fixture).at(0)->isEditing(), 20'000);
    QVERIFY(editorOf(panes(fixture).at(0))->text().startsWith(QStringLiteral("import math\n")));
  }

  void aScenarioIsSavedAsOnesOwn() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    fixture.press(Qt::Key_E, Qt::ControlModifier);
    ui::CodePane* pane = panes(fixture).at(1);
    QTRY_VERIFY_WITH_TIMEOUT(pane->isEditing(), 20'000);
    const QString path = fixture.folder() + QStringLiteral("/mine.py");
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    inNextDialog([&](QWidget* dialog) {
      auto* files = qobject_cast<QFileDialog*>(dialog);
      // As if typed: selectFile() leaves a name alone whose field has the focus.
      files->findChild<QLineEdit*>()->setText(path);
      files->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
    });
    tool(pane, "save")->click();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(path), 20'000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("create_task"));
    QVERIFY(fixture.window().findChild<ui::Banner*>()->text().contains(QStringLiteral("mine.py")));
  }

  void codeIsPutBackWhereItStood() {
    ui::LessonSession session(ui::makeEngineRunner());
    session.openNew(QStringLiteral("Mine"));
    session.setText(QStringLiteral(
        "---\ntitle: T\n---\nBefore.\n\n- in a list\n\n  ```python name=\"a\"\n  x = 1\n\n  print(x)\n  ```\n\n"
        "After.\n\n```python name=\"b\"\nprint(2)\n```\n"));
    QCOMPARE(session.scenarios().size(), std::size_t{2});
    QVERIFY(session.canEdit(0));
    QCOMPARE(session.codeOf(0), QStringLiteral("x = 1\n\nprint(x)"));
    QVERIFY(session.setCode(0, QStringLiteral("x = 5\n\nfor n in range(x):\n    print(n)\n")));
    QVERIFY(
        session.text().contains(QStringLiteral("\n  x = 5\n\n  for n in range(x):\n      print(n)\n  ```\n\nAfter.")));
    QCOMPARE(session.codeOf(1), QStringLiteral("print(2)"));
    QCOMPARE(session.codeOf(0), QStringLiteral("x = 5\n\nfor n in range(x):\n    print(n)"));
    const QString before = session.text();
    QVERIFY(!session.setCode(1, QStringLiteral("print(3)\n```\nmore")));  // would be the end of the block
    QCOMPARE(session.text(), before);
  }

  void linesThatDifferAreFound() {
    const ui::LineDiff diff = ui::lineDiff(QStringLiteral("a\nb\nc\nd"), QStringLiteral("a\nx\nc\nd\ne"));
    QCOMPARE(diff.left, QList<int>({2}));
    QCOMPARE(diff.right, QList<int>({2, 5}));
    QVERIFY(ui::lineDiff(QStringLiteral("a\nb"), QStringLiteral("a\nb")).left.isEmpty());
  }
};

QTEST_MAIN(TestWindowEdit)
#include "test_window_edit.moc"
