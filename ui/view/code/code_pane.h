// One scenario's code as of the playhead: the line that runs now, the lines where suspended tasks wait with the tasks'
// chips in the margin, cues under the lines that have run.
#pragma once

#include <QList>
#include <QString>
#include <QWidget>
#include <map>
#include <memory>
#include <vector>

#include "code/code_gutter.h"
#include "replay/replay.h"
#include "ui_model/lesson_session.h"
#include "ui_model/selection.h"

class QLabel;
class QStackedLayout;
class QsciScintilla;

namespace loopline::ui {

class CodeEdit;
class PythonLexer;
struct Theme;

class CodePane : public QWidget {
  Q_OBJECT

 public:
  explicit CodePane(QWidget* parent = nullptr);

  /// `letter`: "A", "B" … when several runs are compared; `run`: its index in the comparison, -1: it has none.
  void setScenario(const LessonSession::Scenario& scenario, const QString& letter, int run);
  void setMoment(replay::Moment moment);
  void setSelection(const Selection& selection);
  void setTheme(const Theme& theme);
  /// How the run ends stands at the top right.
  void setEndShown(bool shown);
  /// What could be written better: a sign in the margin and a wave under the code; the words come with a click.
  void setHints(const lessons::Diagnostics& hints);
  /// Nothing of hints is seen while somebody predicts what happens.
  void setHintsShown(bool shown);
  int run() const { return m_run; }

  /// Changing the code in this place: a CodeEdit instead of the view.
  void setEditing(bool editing);
  bool isEditing() const;
  void dropEdit();
  /// Null while nobody has edited here.
  CodeEdit* edit() const { return m_edit; }

  /// What the pane shows, for tests: lines count from 1, 0 none.
  int currentLine() const { return m_currentLine; }
  std::vector<int> waitingLines() const;
  /// The line whose hint is told under it; 0 none.
  int openHint() const { return m_openHint; }
  /// What stands under a line, as text; empty: nothing.
  QString underLine(int line) const;

 signals:
  void taskChosen(int run, loopline::replay::ObjectId task);
  void laneChosen(int run, loopline::replay::LaneIndex lane);
  void lineChosen(int run, int line);
  /// The margin was clicked: run on to this line, or back to it.
  void lineWanted(int run, int line, int direction);
  /// The edit has been made, and is to be connected.
  void editMade(loopline::ui::CodeEdit* edit);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  struct Chip {
    replay::ObjectId task = 0;
    bool running = false;
    replay::LaneIndex greenlet = replay::kNoLane;  // in place of a task
    bool operator==(const Chip&) const = default;
  };
  using Chips = std::map<int, std::vector<Chip>>;  // by line

  void setUpEditor();
  void showEnd(const LessonSession::Scenario& scenario);
  void foldCues();
  void findPlaces();
  void showMarks();
  void showGutter();
  void showCues();
  int roomUnder(int line) const;
  QString hintOf(int line) const;
  void showWaves();
  void toggleHint(int line);
  void revealCurrent();
  void findGreenlets(const replay::RunState& state);
  void addChip(std::uint32_t line, const Chip& chip);
  static QString chipText(QString name);
  CodeGutter::Chip gutterChip(const Chip& chip) const;
  CodeGutter::Chip greenletChip(const Chip& chip) const;
  void chipClicked(replay::ObjectId task);

  QLabel* m_title;
  QLabel* m_end;
  QStackedLayout* m_stack;
  CodeEdit* m_edit = nullptr;
  CodeGutter* m_gutter;
  QsciScintilla* m_editor;
  PythonLexer* m_lexer;
  const Theme* m_theme = nullptr;

  std::shared_ptr<const replay::Replay> m_replay;  // shared with the comparison
  std::vector<lessons::Cue> m_cues;
  std::vector<int> m_folded;
  int m_run = -1;
  int m_errorLine = 0;
  replay::Moment m_moment = {};
  Selection m_selection;
  int m_currentLine = 0;
  bool m_moreTasks = false;  // than are looked at
  bool m_blocking = false;   // the line that runs holds up the loop
  Chips m_chips;
  std::map<int, int> m_marks;  // of the editor as it is: lines and their markers
  QList<int> m_annotated;      // what is under the lines now: line, and whether it is the newest
  int m_newestCue = 0;
  lessons::Diagnostics m_hints;
  bool m_hintsShown = true;
  int m_openHint = 0;
  int m_annotatedHint = 0;  // as it is under the lines now
};

}  // namespace loopline::ui
