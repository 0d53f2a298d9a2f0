// The code panes, one a shown scenario, side by side.
#pragma once

#include <QSplitter>
#include <vector>

#include "ui_model/lesson_session.h"

namespace loopline::ui {

class CodeEdit;
class CodePane;
class PlaybackController;
struct Theme;

class CodeArea : public QSplitter {
  Q_OBJECT

 public:
  /// Both outlive the area.
  CodeArea(LessonSession& session, PlaybackController& playback, QWidget* parent = nullptr);

  void setTheme(const Theme& theme);
  /// The session shows other scenarios, or has run them.
  void rebuild();
  /// Changing the code where it is shown; false: none of what is shown can be changed there.
  bool setEditing(bool editing);
  bool isEditing() const { return m_editing; }
  /// Hands over what was typed and not yet looked at.
  void commit();
  /// Another document is there: what was typed belongs to the one before.
  void forgetEdits();
  /// To a line of a scenario's code, which is being edited.
  void goTo(std::size_t scenario, int line, int column);
  /// Whether how the runs end is told, and hints; not while somebody predicts.
  void setEndsShown(bool shown);
  const std::vector<CodePane*>& panes() const { return m_panes; }

 signals:
  void runWanted();
  void saveWanted(const QString& code, const QString& title);

 private:
  void follow();
  void connectEdit(CodePane& pane, CodeEdit& edit);
  void showEdits();
  void showProblems();
  std::size_t scenarioOf(const CodePane& pane) const;

  LessonSession& m_session;
  PlaybackController& m_playback;
  std::vector<CodePane*> m_panes;
  const Theme* m_theme = nullptr;
  bool m_endsShown = true;
  bool m_editing = false;
};

}  // namespace loopline::ui
