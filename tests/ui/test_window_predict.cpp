// Predicting with keys and mouse: questions, what is hidden meanwhile, answers, score and history.
#include <QAbstractItemModelTester>
#include <QAction>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QTextBrowser>

#include "inspector/inspector.h"
#include "lesson_runs.h"
#include "main_window/banner.h"
#include "predict/history_dialog.h"
#include "predict/predict_panel.h"
#include "ui_model/playhead.h"
#include "ui_model/prediction_history_model.h"
#include "ui_model/prediction_store.h"
#include "ui_model/predictor.h"
#include "view/timeline_view.h"
#include "window_hands.h"

using namespace loopline;
using namespace loopline::test;

namespace {

ui::PredictPanel* panel(WindowFixture& fixture) { return fixture.find<ui::PredictPanel>("predictPanel"); }

QList<QRadioButton*> choices(WindowFixture& fixture) {
  QList<QRadioButton*> found;
  for (QRadioButton* choice : panel(fixture)->findChildren<QRadioButton*>()) {
    if (choice->isVisible()) found << choice;
  }
  return found;
}

QPushButton* button(WindowFixture& fixture, const char* text) {
  for (QPushButton* each : panel(fixture)->findChildren<QPushButton*>()) {
    if (each->isVisible() && each->text() == QString::fromLatin1(text)) return each;
  }
  return nullptr;
}

bool isAsking(WindowFixture& fixture) {
  return panel(fixture)->isVisible() && button(fixture, "Answer") != nullptr && choices(fixture).size() > 1;
}

// Opens a lesson and answers its first question with the first choice.
void answerOneQuestion(WindowFixture& fixture) {
  openLesson(fixture, kTasksLesson);
  fixture.press(Qt::Key_P, Qt::ControlModifier);
  QTRY_VERIFY_WITH_TIMEOUT(isAsking(fixture), 20'000);
  fixture.press(Qt::Key_1);
  fixture.press(Qt::Key_Return);
  QTRY_VERIFY_WITH_TIMEOUT(button(fixture, "Next question") != nullptr, 20'000);
}

// Every text that is seen, the panel's own left out.
QString allText(WindowFixture& fixture) {
  QStringList texts;
  for (const QLabel* label : fixture.window().findChildren<QLabel*>()) {
    if (label->isVisible() && !panel(fixture)->isAncestorOf(label)) texts << label->text();
  }
  for (const ui::RowsView* list : fixture.window().findChildren<ui::RowsView*>()) {
    if (list->isVisible()) texts << rowsOf(*list->model());
  }
  return texts.join(u'\n');
}

}  // namespace

class TestWindowPredict : public QObject {
  Q_OBJECT

 private slots:
  void aQuestionIsAnsweredWithTheKeyboardAlone_data() { lookRows(); }
  void aQuestionIsAnsweredWithTheKeyboardAlone() {
    QFETCH(QString, theme);
    QFETCH(QSize, size);
    const QString tag = QString::fromLatin1(QTest::currentDataTag());
    WindowFixture fixture(theme, false, size);
    openLesson(fixture, kTasksLesson);
    fixture.press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isAsking(fixture), 20'000);
    QTest::qWait(50);
    fixture.grab(QStringLiteral("predict-asking-%1").arg(tag));
    QVERIFY(!button(fixture, "Answer")->isEnabled());
    fixture.press(Qt::Key_2);
    QVERIFY(choices(fixture).at(1)->isChecked());
    fixture.press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(button(fixture, "Next question") != nullptr, 20'000);
    fixture.grab(QStringLiteral("predict-answered-%1").arg(tag));
    int ticks = 0;
    for (const QRadioButton* choice : choices(fixture)) ticks += choice->text().contains(u'✓') ? 1 : 0;
    QCOMPARE(ticks, 1);
    for (int i = 0; i < 4; ++i) {
      fixture.press(Qt::Key_Return);
      QTRY_VERIFY_WITH_TIMEOUT(isAsking(fixture), 20'000);
      fixture.press(Qt::Key_1);
      fixture.press(Qt::Key_Return);
      QTRY_VERIFY_WITH_TIMEOUT(button(fixture, "Next question") != nullptr, 20'000);
    }
    QTest::qWait(50);
    fixture.grab(QStringLiteral("predict-later-%1").arg(tag));
    button(fixture, "Stop predicting")->click();
    QVERIFY(!panel(fixture)->isVisible());
    QVERIFY(fixture.find<ui::NowBox>("nowBox")->isVisible());
  }

  void nothingOnTheScreenGivesItAway() {
    WindowFixture fixture;
    openScript(fixture,
               "import asyncio\n\nasync def say(word, delay):\n    await asyncio.sleep(delay)\n    print(word)\n\n"
               "async def main():\n    await asyncio.gather(say('zebra', 2), say('yak', 1))\n    raise "
               "KeyError('walrus')\n\nasyncio.run(main())\n");
    auto* timeline = fixture.window().findChild<ui::TimelineView*>();
    QVERIFY(allText(fixture).contains(QStringLiteral("KeyError")));
    fixture.press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isAsking(fixture), 20'000);
    QTest::qWait(50);
    // The end, the exception and what will be printed are not to be seen.
    for (const char* told : {"2.000", "KeyError", "walrus", "zebra", "ends at", "runs in it"}) {
      QVERIFY2(!allText(fixture).contains(QLatin1String(told)), qPrintable(allText(fixture)));
    }
    timeline->setTableShown(true);
    QTest::qWait(20);
    const auto* table = timeline->findChild<QTableView*>();
    for (int row = 0; row < table->model()->rowCount(); ++row) {
      for (int column = 0; column < table->model()->columnCount(); ++column) {
        const QString text = table->model()->index(row, column).data().toString();
        QVERIFY2(!text.contains(QStringLiteral("2.000")) && !text.contains(QStringLiteral("zebra")), qPrintable(text));
      }
    }
    timeline->setTableShown(false);
    fixture.press(Qt::Key_End);
    QVERIFY(!place(fixture).contains(QStringLiteral("2.000")));
    button(fixture, "Stop predicting")->click();
    QTRY_VERIFY_WITH_TIMEOUT(allText(fixture).contains(QStringLiteral("KeyError")), 20'000);
    fixture.press(Qt::Key_End);
    QVERIFY2(place(fixture).startsWith(QStringLiteral("t 2.000 s")), qPrintable(place(fixture)));
  }

  void everyQuestionOfARunHasATrueAnswerAndAReason() {
    ui::PlaybackController playback;
    ui::PredictionStore store{QString()};
    ui::Predictor predictor(playback, store);
    predictor.setLesson(QStringLiteral("some.md"));
    playback.setComparison(lessonComparison());
    const std::shared_ptr<const ui::Comparison> whole = playback.comparison();
    QSet<int> asks;
    predictor.start();
    int asked = 0;
    for (; asked < 200; ++asked) {
      QTRY_VERIFY(predictor.phase() == ui::Predictor::Phase::asking ||
                  predictor.phase() == ui::Predictor::Phase::nothing);
      if (predictor.phase() == ui::Predictor::Phase::nothing) break;
      const ui::Prediction& question = predictor.prediction();
      QVERIFY(question.ask.has_value());
      asks << static_cast<int>(*question.ask);
      QVERIFY(question.choices.size() >= 2);
      QVERIFY(question.at <= question.revealed);
      // What is shown ends where it is asked.
      const replay::Replay& known = playback.comparison()->replay(question.run);
      QCOMPARE(known.event_count(), std::max<replay::EventIndex>(whole->momentOf(question.run, question.at).event, 1));
      if (*question.ask == replay::Ask::next_task) {
        const auto step = whole->replay(question.run).next_step(whole->momentOf(question.run, question.at).event);
        QVERIFY(step.has_value());
        const replay::ObjectId task = whole->replay(question.run).event(*step).task;
        QCOMPARE(question.choices.at(question.answer).toStdString(),
                 std::string(whole->replay(question.run).task_name(task, whole->replay(question.run).after(*step))));
      }
      predictor.answer(asked % 2 == 0 ? question.answer
                                      : (question.answer + 1) % static_cast<int>(question.choices.size()));
      QCOMPARE(predictor.wasRight(), asked % 2 == 0);
      QVERIFY2(predictor.explanation().size() > 10, qPrintable(predictor.explanation()));
      predictor.next();
    }
    QVERIFY(asked > 5);
    QVERIFY(asks.contains(static_cast<int>(replay::Ask::next_task)));
    QVERIFY(asks.contains(static_cast<int>(replay::Ask::next_print)));
    QVERIFY(asks.contains(static_cast<int>(replay::Ask::first_to_end)));
    QCOMPARE(store.score(QStringLiteral("some.md")).asked, static_cast<std::uint64_t>(asked));
    QCOMPARE(store.score(QStringLiteral("some.md")).correct, static_cast<std::uint64_t>((asked + 1) / 2));
    predictor.stop();
    QCOMPARE(playback.comparison(), whole);
  }

  void theScoreIsKeptAndCanBeForgotten() {
    WindowFixture fixture;
    answerOneQuestion(fixture);
    fixture.openAgain();
    QTRY_VERIFY_WITH_TIMEOUT(place(fixture).contains(u'/'), 20'000);
    fixture.press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(isAsking(fixture), 20'000);
    bool found = false;
    for (const QLabel* label : panel(fixture)->findChildren<QLabel*>()) {
      found = found || label->text().endsWith(QStringLiteral("of 1 right here"));
    }
    QVERIFY(found);
    int rows = -1;
    QString lesson;
    inNextDialog([&](QWidget* dialog) {
      const auto* table = dialog->findChild<QTableView*>();
      rows = table->model()->rowCount();
      lesson = table->model()->index(0, ui::PredictionHistoryModel::kLesson).data().toString();
      dialog->grab().save(QStringLiteral(SCREENSHOTS "/predict-history.png"));
      dialog->close();
    });
    for (QAction* action : fixture.window().actions()) {
      if (action->text().remove(u'&').startsWith(QStringLiteral("Your predictions"))) action->trigger();
    }
    QTRY_COMPARE_WITH_TIMEOUT(rows, 1, 20'000);
    QCOMPARE(lesson, QStringLiteral("Sequential awaits vs create_task"));
  }

  void theHistoryIsExportedAndForgottenInItsDialog() {
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    WindowFixture fixture;
    answerOneQuestion(fixture);
    const QString path = fixture.folder() + QStringLiteral("/answers.csv");
    const auto press = [](QWidget* dialog, const char* text) {
      for (QPushButton* each : dialog->findChildren<QPushButton*>()) {
        if (QString(each->text()).remove(u'&') == QString::fromUtf8(text)) return each->click();
      }
      QFAIL(text);
    };
    int before = -1, after = -1;
    inNextDialog([&](QWidget* history) {
      const QAbstractItemModel* rows = history->findChild<QTableView*>()->model();
      before = rows->rowCount();
      inNextDialog([&](QWidget* dialog) {
        auto* files = qobject_cast<QFileDialog*>(dialog);
        files->findChild<QLineEdit*>()->setText(path);
        files->findChild<QDialogButtonBox*>()->button(QDialogButtonBox::Save)->click();
      });
      press(history, "Export…");
      inNextDialog([](QWidget* dialog) { qobject_cast<QMessageBox*>(dialog)->button(QMessageBox::Cancel)->click(); });
      press(history, "Forget all");
      QCOMPARE(rows->rowCount(), before);  // asked first
      inNextDialog([](QWidget* dialog) { qobject_cast<QMessageBox*>(dialog)->button(QMessageBox::Yes)->click(); });
      press(history, "Forget all");
      after = rows->rowCount();
      history->close();
    });
    for (QAction* action : fixture.window().actions()) {
      if (action->text().remove(u'&').startsWith(QStringLiteral("Your predictions"))) action->trigger();
    }
    QCOMPARE(before, 1);
    QTRY_COMPARE_WITH_TIMEOUT(after, 0, 20'000);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("ends first"));
  }

  void answersAreListedNewestFirst() {
    QTemporaryDir folder;
    ui::PredictionHistoryModel model;
    const QAbstractItemModelTester tester(&model);
    {
      ui::PredictionStore store(folder.path());
      store.add(
          {.when = 1, .lesson = "a.md", .scenario = {}, .ask = "quiz", .question = "One?", .given = "x", .right = "y"});
      store.add({.when = 2,
                 .lesson = "b.md",
                 .scenario = {},
                 .ask = "quiz",
                 .question = "Two?",
                 .given = "y",
                 .right = "y",
                 .correct = true});
      model.setAnswers(store.history());
      QCOMPARE(model.rowCount(), 2);
      QCOMPARE(model.index(0, ui::PredictionHistoryModel::kQuestion).data().toString(), QStringLiteral("Two?"));
      QVERIFY(store.exportTo(folder.filePath(QStringLiteral("out.csv"))).isEmpty());
      QVERIFY(QFile(folder.filePath(QStringLiteral("out.csv"))).size() > 60);
      QVERIFY(!store.exportTo(folder.filePath(QStringLiteral("no/such/out.csv"))).isEmpty());
    }
    ui::PredictionStore store(folder.path());
    QTRY_COMPARE_WITH_TIMEOUT(store.total(), (trace::Score{2, 1}), 20'000);
    store.reset(QStringLiteral("a.md"));
    QCOMPARE(store.total(), (trace::Score{1, 1}));
    model.setAnswers(store.history());
    QCOMPARE(model.rowCount(), 1);
  }

  void theLessonsOwnQuestionsAreAskedInThePanel() {
    WindowFixture fixture;
    openLesson(fixture, kTasksLesson);
    fixture.press(Qt::Key_End);
    for (const int number : {1, 2}) {
      emit fixture.find<QTextBrowser>("prosePane")->anchorClicked(QUrl(QStringLiteral("#quiz-%1").arg(number)));
      QTRY_VERIFY_WITH_TIMEOUT(isAsking(fixture), 20'000);
      QTest::qWait(60);
      fixture.grab(QStringLiteral("predict-quiz-%1").arg(number));
      QTest::mouseClick(choices(fixture).at(0), Qt::LeftButton, {}, QPoint(8, 8));
      QTest::mouseClick(button(fixture, "Answer"), Qt::LeftButton);
      QTRY_VERIFY_WITH_TIMEOUT(button(fixture, "Stop predicting") != nullptr, 20'000);
      QTest::mouseClick(button(fixture, "Stop predicting"), Qt::LeftButton);
      QTRY_VERIFY_WITH_TIMEOUT(!panel(fixture)->isVisible(), 20'000);
    }
  }

 private:
  static std::shared_ptr<const ui::Comparison> lessonComparison() { return test::lessonRuns("201-"); }
};

QTEST_MAIN(TestWindowPredict)
#include "test_window_predict.moc"
