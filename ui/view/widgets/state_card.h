// In the place of timelines while there are none: what is the matter, and what a person can do.
#pragma once

#include <QString>
#include <QWidget>
#include <functional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QProgressBar;

namespace loopline::ui {

struct Theme;

class StateCard : public QWidget {
  Q_OBJECT

 public:
  struct Deed {
    QString text;
    std::function<void()> act;
    bool main = false;
  };
  struct State {
    QString icon;  ///< of the program's icons
    QString title;
    QString text;         ///< plain, may have several lines
    QString code = {};    ///< a line of code or a message of the interpreter, as it stands
    bool busy = false;    ///< with a bar that moves
    bool failed = false;  ///< in the colour of failures
    std::vector<Deed> deeds = {};
  };

  explicit StateCard(QWidget* parent = nullptr);

  /// Buttons are only made anew when there are others.
  void show(State state);
  void setTheme(const Theme& theme);
  QString text() const;

 private:
  void paintIcon();

  State m_state;
  const Theme* m_theme = nullptr;
  QLabel *m_icon, *m_title, *m_text, *m_code;
  QProgressBar* m_progress;
  QHBoxLayout* m_buttons;
};

}  // namespace loopline::ui
