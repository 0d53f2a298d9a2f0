// One line below the header for what a person should know: a run goes on, it ended badly, the code has changed, a file
// could not be read.
#pragma once

#include <QFrame>
#include <functional>

class QLabel;
class QProgressBar;
class QPushButton;

namespace loopline::ui {

class Banner : public QFrame {
  Q_OBJECT

 public:
  enum class Tone { note, alert };

  explicit Banner(QWidget* parent = nullptr);

  /// With a button `name` that does something about it, if there is something to do.
  void say(const QString& text, Tone tone, const QString& name = {}, std::function<void()> deed = {});
  void showRunning(const QString& text, std::function<void()> stop);
  void clear();
  QString text() const;

 private:
  QLabel* m_text;
  QProgressBar* m_progress;
  QPushButton* m_deed;
  QPushButton* m_close;
  std::function<void()> m_what;
};

}  // namespace loopline::ui
