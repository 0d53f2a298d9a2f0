// The window as a person uses it: with keys and clicks, over real runs of the built-in lessons.
#include <Qsci/qsciscintilla.h>
#include <QAbstractButton>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>

#include "code/code_gutter.h"
#include "code/code_pane.h"
#include "editor/edit_page.h"
#include "editor/source_editor.h"
#include "export/export_dialog.h"
#include "inspector/inspector.h"
#include "inspector/now_box.h"
#include "inspector/rows_view.h"
#include "lessons/lesson_panel.h"
#include "main_window/banner.h"
#include "transport/scrubber.h"
#include "transport/transport_bar.h"
#include "view/timeline_view.h"
#include "widgets/state_card.h"
#include "window_fixture.h"

using namespace loopline;
using test::WindowFixture;

namespace {

constexpr const char* kTasks = "201-sequential-and-create-task.md";
constexpr const char* kBlocking = "302-time-sleep-in-a-task.md";

QString place(WindowFixture& fixture) { return fixture.find<ui::TransportBar>("transport")->placeText(); }

QString sentence(WindowFixture& fixture) {
  QTest::qWait(5);
  return fixture.find<ui::NowBox>("nowBox")->sentence();
}

QList<ui::CodePane*> panes(WindowFixture& fixture) {
  QList<ui::CodePane*> panes;
  for (ui::CodePane* pane : fixture.window().findChildren<ui::CodePane*>()) {
    if (pane->isVisible()) panes << pane;
  }
  std::ranges::sort(panes, {}, [](const ui::CodePane* pane) { return pane->x(); });  // as they stand
  return panes;
}

void open(WindowFixture& fixture, const char* lesson) {
  QVERIFY(fixture.window().openLesson(QString::fromLatin1(lesson)));
  QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
}

// Everything that a person can read of the state, as one text.
QString visibleState(WindowFixture& fixture) {
  QStringList state{place(fixture), sentence(fixture)};
  for (const ui::RowsView* list : fixture.window().findChildren<ui::RowsView*>()) {
    for (int row = 0; row < list->model()->rowCount(); ++row) {
      state << list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    }
  }
  for (const ui::CodePane* pane : panes(fixture)) {
    state << QString::number(pane->currentLine());
    for (const int line : pane->waitingLines()) state << QString::number(line);
  }
  return state.join(u'\n');
}

// Does something in the next dialog that opens; QTRY cannot, since exec() blocks.
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

QString write(const QString& folder, const QString& name, const QByteArray& text) {
  const QString path = folder + u'/' + name;
  QFile file(path);
  if (!file.open(QIODevice::WriteOnly)) return {};
  file.write(text);
  return path;
}

QByteArray read(const QString& path) {
  QFile file(path);
  return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

}  // namespace

class TestWindow : public QObject {
  Q_OBJECT

 private slots:
  void steppingToTheEndAndBackComesThroughTheSameStates() {
    WindowFixture fixture;
    open(fixture, kTasks);
    QStringList forwards{visibleState(fixture)};
    while (fixture.find<QToolButton>("forward")->isEnabled()) {
      fixture.press(Qt::Key_Right);
      forwards << visibleState(fixture);
      QVERIFY(forwards.size() < 200);
    }
    QVERIFY(forwards.size() > 10);
    QVERIFY(place(fixture).contains(QStringLiteral("3.000 s")));
    for (qsizetype i = forwards.size() - 2; i >= 0; --i) {
      fixture.press(Qt::Key_Left);
      QCOMPARE(visibleState(fixture), forwards[i]);
    }
    QVERIFY(!fixture.find<QToolButton>("back")->isEnabled());
  }

  void everyStepHasASentence() {
    WindowFixture fixture;
    const lessons::Catalogue catalogue = lessons::Catalogue::embedded();
    for (const lessons::Lesson& lesson : catalogue.lessons()) {
      open(fixture, lesson.path.c_str());
      while (fixture.find<QToolButton>("forward")->isEnabled()) {
        fixture.press(Qt::Key_Right);
        const QString told = sentence(fixture);
        QVERIFY2(told.size() > 10 && !told.contains(u'%') && !told.contains(u'<' + QStringLiteral("b>")),
                 qPrintable(told));
      }
    }
  }

  void theKeysDoWhatTheListSays() {
    WindowFixture fixture;
    open(fixture, kTasks);
    fixture.press(Qt::Key_End);
    QVERIFY(place(fixture).startsWith(QStringLiteral("t 3.000 s")));
    fixture.press(Qt::Key_Home);
    const QString start = place(fixture);
    QVERIFY(start.contains(QStringLiteral("· 0/")));
    fixture.press(Qt::Key_PageDown);
    QVERIFY(place(fixture) != start);
    fixture.press(Qt::Key_Home);
    fixture.press(Qt::Key_BracketRight);
    QVERIFY(place(fixture) != start);
    fixture.press(Qt::Key_BracketLeft);
    QCOMPARE(place(fixture), start);
    fixture.press(Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(sentence(fixture).contains(QStringLiteral("Turn 1")));
    fixture.press(Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(place(fixture), start);
    const auto* timeline = fixture.window().findChild<ui::TimelineView*>();
    fixture.press(Qt::Key_1);
    QCOMPARE(timeline->axis(), ui::Axis::time);
    fixture.press(Qt::Key_3);
    QCOMPARE(timeline->axis(), ui::Axis::steps);
    fixture.press(Qt::Key_2);
    QCOMPARE(timeline->axis(), ui::Axis::elastic);
    const double whole = timeline->viewEnd() - timeline->viewBegin();
    fixture.press(Qt::Key_Plus);
    QTRY_VERIFY_WITH_TIMEOUT(timeline->viewEnd() - timeline->viewBegin() < whole, 20'000);
    fixture.press(Qt::Key_0);
    QTRY_VERIFY_WITH_TIMEOUT(timeline->viewEnd() - timeline->viewBegin() >= whole * 0.99, 20'000);
  }

  void spacePlaysAndPauses() {
    WindowFixture fixture;
    open(fixture, kTasks);
    auto* speed = fixture.window().findChild<ui::TransportBar*>()->findChild<QComboBox*>();
    speed->setCurrentIndex(speed->count() - 1);
    emit speed->activated(speed->count() - 1);
    const QString start = place(fixture);
    fixture.press(Qt::Key_Space);
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture) != start, 20'000);
    fixture.press(Qt::Key_Space);
    const QString here = place(fixture);
    QTest::qWait(150);
    QCOMPARE(place(fixture), here);
  }

  void theQuestionMarkListsTheKeys() {
    WindowFixture fixture;
    open(fixture, kTasks);
    QString name;
    inNextDialog([&](QWidget* dialog) {
      name = dialog->objectName();
      dialog->grab().save(QStringLiteral(SCREENSHOTS "/keys.png"));
      dialog->close();
    });
    fixture.press(Qt::Key_Question, Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(name, QStringLiteral("keyList"), 20'000);
  }

  void theScrubberIsDragged() {
    WindowFixture fixture;
    open(fixture, kTasks);
    auto* scrubber = fixture.window().findChild<ui::Scrubber*>();
    const QPoint left(8, scrubber->height() / 2);
    const QPoint right(scrubber->width() - 8, scrubber->height() / 2);
    QTest::mousePress(scrubber, Qt::LeftButton, {}, left);
    QTest::mouseMove(scrubber, right);
    QTest::mouseRelease(scrubber, Qt::LeftButton, {}, right);
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).startsWith(QStringLiteral("t 3.000 s")), 20'000);
    QTest::mouseClick(scrubber, Qt::LeftButton, {}, left);
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(QStringLiteral("· 0/")), 20'000);
  }

  void aTaskSelectedInTheCodeIsSelectedInTheInspector() {
    WindowFixture fixture;
    open(fixture, kTasks);
    for (int i = 0; i < 6; ++i) fixture.press(Qt::Key_Right);
    ui::CodePane* pane = panes(fixture).at(1);
    auto* gutter = pane->findChild<ui::CodeGutter*>();
    QVERIFY(!gutter->lines().empty());
    const ui::CodeGutter::Line* line = nullptr;
    for (const ui::CodeGutter::Line& each : gutter->lines()) {
      if (!each.chips.empty()) line = &each;
    }
    QVERIFY(line != nullptr);
    const QString name = line->chips.back().tip.section(u' ', 0, 0);
    QTest::mouseClick(gutter, Qt::LeftButton, {}, {gutter->width() - 8, line->top + line->height / 2});
    QTest::qWait(5);
    bool found = false;
    for (const QToolButton* title : fixture.window().findChildren<QToolButton*>(QStringLiteral("sectionTitle"))) {
      found = found || title->text().contains(name.toUpper());
    }
    QVERIFY2(found, qPrintable(name));
  }

  void theCodeShowsWhereTasksWaitAndTheBlockingLine() {
    WindowFixture fixture;
    open(fixture, kBlocking);
    while (!sentence(fixture).contains(QStringLiteral("time.sleep(3)"))) {
      QVERIFY(fixture.find<QToolButton>("forward")->isEnabled());
      fixture.find<ui::TransportBar>("transport");
      fixture.press(Qt::Key_Right, Qt::ShiftModifier);
      if (panes(fixture).at(0)->currentLine() == 17) break;
    }
    fixture.grab(QStringLiteral("blocking"));
    QVERIFY(!panes(fixture).at(1)->waitingLines().empty());
  }

  void lessonsAreFoundByTheirWords() {
    WindowFixture fixture;
    open(fixture, kTasks);
    fixture.press(Qt::Key_F, Qt::ControlModifier);
    auto* panel = fixture.window().findChild<ui::LessonPanel*>();
    auto* field = panel->findChild<QLineEdit*>();
    QVERIFY(field->hasFocus());
    QTest::keyClicks(field, QStringLiteral("fig pear"));
    auto* list = panel->findChild<QListView*>();
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 1, 20'000);
    fixture.grab(QStringLiteral("search"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().windowTitle().contains(QStringLiteral("gather")), 20'000);
    field->setText(QStringLiteral("xyzzy"));
    QTRY_COMPARE_WITH_TIMEOUT(list->model()->rowCount(), 0, 20'000);
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_VERIFY_WITH_TIMEOUT(list->model()->rowCount() > 6, 20'000);
  }

  void goToAnythingFindsAPrintedLine() {
    WindowFixture fixture;
    open(fixture, kTasks);
    inNextDialog([](QWidget* dialog) {
      QTest::keyClicks(dialog->findChild<QLineEdit*>(), QStringLiteral("printed both 2"));
      dialog->grab().save(QStringLiteral(SCREENSHOTS "/go-to.png"));
      QTest::keyClick(dialog->findChild<QLineEdit*>(), Qt::Key_Return);
    });
    fixture.press(Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY2(place(fixture).startsWith(QStringLiteral("t 2.000 s")), qPrintable(place(fixture)));
  }

  void theWindowComesBackWhereItWas() {
    WindowFixture fixture;
    open(fixture, kBlocking);
    for (int i = 0; i < 9; ++i) fixture.press(Qt::Key_Right);
    fixture.press(Qt::Key_3);
    const QString here = place(fixture);
    fixture.openAgain();
    QTRY_COMPARE_WITH_TIMEOUT(place(fixture), here, 20'000);
    QVERIFY(fixture.window().windowTitle().contains(QStringLiteral("time.sleep")));
    QCOMPARE(fixture.window().findChild<ui::TimelineView*>()->axis(), ui::Axis::steps);
  }

  void codeIsEditedRunAndSaved() {
    WindowFixture fixture;
    const QString path = write(fixture.folder(), QStringLiteral("hello.py"),
                               "import asyncio\n\nasync def main():\n    await asyncio.sleep(1)\n    print('one')\n\n"
                               "asyncio.run(main())\n");
    fixture.window().openFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
    fixture.press(Qt::Key_End);
    QVERIFY(place(fixture).startsWith(QStringLiteral("t 1.000 s")));
    fixture.press(Qt::Key_E, Qt::ControlModifier | Qt::AltModifier);
    auto* page = fixture.window().findChild<ui::EditPage*>();
    QTRY_VERIFY_WITH_TIMEOUT(page->isVisible(), 20'000);
    auto* editor = page->editor().findChild<QsciScintilla*>();
    editor->setText(editor->text().replace(QStringLiteral("sleep(1)"), QStringLiteral("sleep(4)")));
    fixture.grab(QStringLiteral("editing"));
    fixture.press(Qt::Key_R, Qt::ControlModifier);
    fixture.press(Qt::Key_E, Qt::ControlModifier | Qt::AltModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!page->isVisible(), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(
        panes(fixture).at(0)->findChild<QLabel*>(QStringLiteral("codeEnd"))->text().contains(QStringLiteral("4.000")),
        20'000);
    QVERIFY(!read(path).contains("sleep(4)"));
    fixture.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(read(path).contains("sleep(4)"), 20'000);
  }

  void unsavedEditsAreAskedAbout() {
    WindowFixture fixture;
    const QString path = write(fixture.folder(), QStringLiteral("hello.py"), "print('one')\n");
    fixture.window().openFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
    fixture.press(Qt::Key_E, Qt::ControlModifier | Qt::AltModifier);
    auto* editor = fixture.window().findChild<ui::EditPage*>()->editor().findChild<QsciScintilla*>();
    editor->setText(QStringLiteral("print('two')\n"));
    bool asked = false;
    inNextDialog([&](QWidget* dialog) {
      asked = true;
      qobject_cast<QMessageBox*>(dialog)->button(QMessageBox::Cancel)->click();
    });
    fixture.window().close();
    QVERIFY(asked);
    QVERIFY(fixture.window().isVisible());
    QCOMPARE(editor->text(), QStringLiteral("print('two')\n"));
    inNextDialog([](QWidget* dialog) { qobject_cast<QMessageBox*>(dialog)->button(QMessageBox::Save)->click(); });
    fixture.window().close();
    QCOMPARE(read(path), QByteArray("print('two')\n"));
  }

  void aChangedLessonIsKeptAndItsOriginalIsOneClickAway() {
    WindowFixture fixture;
    open(fixture, kTasks);
    fixture.press(Qt::Key_E, Qt::ControlModifier | Qt::AltModifier);
    auto* editor = fixture.window().findChild<ui::EditPage*>()->editor().findChild<QsciScintilla*>();
    const QString original = editor->text();
    editor->setText(
        QString(original).replace(QStringLiteral("fetch(\"page\", 2)"), QStringLiteral("fetch(\"page\", 5)")));
    fixture.press(Qt::Key_R, Qt::ControlModifier);
    fixture.grab(QStringLiteral("editing-lesson"));
    open(fixture, kBlocking);
    open(fixture, kTasks);
    fixture.press(Qt::Key_End);
    QTRY_VERIFY2(place(fixture).startsWith(QStringLiteral("t 6.000 s")), qPrintable(place(fixture)));
    for (QAction* action : fixture.window().actions()) {
      if (action->text().contains(QStringLiteral("original"))) action->trigger();
    }
    QTRY_VERIFY_WITH_TIMEOUT(
        panes(fixture).at(0)->findChild<QLabel*>(QStringLiteral("codeEnd"))->text().contains(QStringLiteral("3.000")),
        20'000);
  }

  void mistakesAreShownWhereTheyAre_data() {
    QTest::addColumn<QByteArray>("source");
    QTest::addColumn<QString>("said");
    QTest::newRow("syntax") << QByteArray("x = 1\nif x\n    print(x)\n") << QStringLiteral("not Python");
    QTest::newRow("exception") << QByteArray("print('a')\nprint(1 / 0)\n") << QStringLiteral("ZeroDivisionError");
    QTest::newRow("deadlock") << QByteArray(
                                     "import asyncio\n\nasync def main():\n    lock = asyncio.Lock()\n"
                                     "    await lock.acquire()\n    await lock.acquire()\n\nasyncio.run(main())\n")
                              << QStringLiteral("Deadlock");
  }
  void mistakesAreShownWhereTheyAre() {
    QFETCH(QByteArray, source);
    QFETCH(QString, said);
    WindowFixture fixture;
    fixture.window().openFile(write(fixture.folder(), QStringLiteral("wrong.py"), source));
    auto* banner = fixture.window().findChild<ui::Banner*>();
    QTRY_VERIFY2_WITH_TIMEOUT(banner->text().contains(said), qPrintable(banner->text()), 20'000);
    fixture.press(Qt::Key_End);
    fixture.grab(QStringLiteral("wrong-") + QString::fromLatin1(QTest::currentDataTag()));
  }

  void aRunThatNeverEndsIsStopped() {
    WindowFixture fixture;
    fixture.window().openFile(
        write(fixture.folder(), QStringLiteral("endless.py"), "n = 0\nwhile True:\n    n += 1\n"));
    auto* banner = fixture.window().findChild<ui::Banner*>();
    auto* card = fixture.window().findChild<ui::StateCard*>();
    QTRY_VERIFY_WITH_TIMEOUT(card->isVisible() && card->text().contains(QStringLiteral("The program runs")), 20'000);
    fixture.grab(QStringLiteral("running"));
    for (QPushButton* button : card->findChildren<QPushButton*>()) {
      if (button->text().startsWith(QStringLiteral("Stop"))) button->click();
    }
    QTRY_VERIFY_WITH_TIMEOUT(banner->text().contains(QStringLiteral("stopped")), 60'000);
    QVERIFY(place(fixture).contains(u'/'));
  }

  void filesThatCannotBeReadAreToldAbout() {
    WindowFixture fixture;
    open(fixture, kTasks);
    fixture.window().openFile(fixture.folder() + QStringLiteral("/nothing.md"));
    auto* banner = fixture.window().findChild<ui::Banner*>();
    QTRY_VERIFY_WITH_TIMEOUT(banner->text().contains(QStringLiteral("nothing.md")), 20'000);
    QVERIFY(fixture.window().windowTitle().contains(QStringLiteral("Sequential")));
    fixture.window().openFile(write(fixture.folder(), QStringLiteral("bad.loopline"), "no recording"));
    QTRY_VERIFY_WITH_TIMEOUT(banner->text().contains(QStringLiteral("bad.loopline")), 20'000);
  }

  void picturesAreExported() {
    WindowFixture fixture;
    open(fixture, kTasks);
    const QString path = fixture.folder() + QStringLiteral("/picture.png");
    QStringList written;
    inNextDialog([&](QWidget* dialog) {
      auto* exporter = qobject_cast<ui::ExportDialog*>(dialog);
      for (QLineEdit* field : exporter->findChildren<QLineEdit*>()) {
        if (field->text().endsWith(QStringLiteral(".png"))) field->setText(path);
      }
      for (QPushButton* button : exporter->findChildren<QPushButton*>()) {
        if (button->text() == QStringLiteral("Export")) button->click();
      }
      for (int i = 0; i < 500 && exporter->written().isEmpty(); ++i) QTest::qWait(20);
      exporter->grab().save(QStringLiteral(SCREENSHOTS "/export.png"));
      written = exporter->written();
      exporter->close();
    });
    fixture.press(Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE_WITH_TIMEOUT(written, QStringList{path}, 20'000);
    QVERIFY(!QImage(path).isNull());
  }

  void aNewLessonBeginsWithATemplateThatRuns() {
    WindowFixture fixture;
    open(fixture, kTasks);
    inNextDialog([](QWidget* dialog) {
      dialog->findChild<QLineEdit*>()->setText(QStringLiteral("My first"));
      qobject_cast<QDialog*>(dialog)->accept();
    });
    fixture.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.window().findChild<ui::EditPage*>()->isVisible(), 20'000);
    QVERIFY(fixture.window().windowTitle().contains(QStringLiteral("My first")));
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
    fixture.grab(QStringLiteral("new-lesson"));
  }

  void tenThousandTasksAreSteppedThroughWithoutWaiting() {
    WindowFixture fixture;
    const QString path = write(fixture.folder(), QStringLiteral("many.py"),
                               "import asyncio\n\nasync def work(n):\n    await asyncio.sleep(n % 7)\n\n"
                               "async def main():\n    await asyncio.gather(*[work(n) for n in range(10000)])\n\n"
                               "asyncio.run(main())\n");
    fixture.window().openFile(path);
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 60'000);
    for (int i = 0; i < 4; ++i) fixture.press(Qt::Key_PageDown);
    QElapsedTimer clock;
    clock.start();
    constexpr int kSteps = 20;
    for (int i = 0; i < kSteps; ++i) fixture.press(Qt::Key_Right);
    qInfo("a step takes %lld ms", clock.elapsed() / kSteps);
    QVERIFY(clock.elapsed() / kSteps < 250);
    fixture.grab(QStringLiteral("many-tasks"));
  }

  void everyControlHasAName() {
    WindowFixture fixture;
    open(fixture, kTasks);
    for (const QAbstractButton* button : fixture.window().findChildren<QAbstractButton*>()) {
      if (!button->isVisible() || button->objectName().startsWith(QStringLiteral("qt_"))) continue;
      QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(), qPrintable(button->objectName()));
    }
    for (const QAbstractItemView* view : fixture.window().findChildren<QAbstractItemView*>()) {
      if (view->isVisible()) QVERIFY2(!view->accessibleName().isEmpty(), view->metaObject()->className());
    }
  }
};

QTEST_MAIN(TestWindow)
#include "test_window.moc"
