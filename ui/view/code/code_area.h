// The code panes, one a shown scenario, side by side.
#pragma once

#include <QSplitter>
#include <vector>

#include "ui_model/lesson_session.h"

namespace loopline::ui {

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
  /// Whether how the runs end is told.
  void setEndsShown(bool shown);
  const std::vector<CodePane*>& panes() const { return m_panes; }

 private:
  void follow();

  LessonSession& m_session;
  PlaybackController& m_playback;
  std::vector<CodePane*> m_panes;
  const Theme* m_theme = nullptr;
  bool m_endsShown = true;
};

}  // namespace loopline::ui
