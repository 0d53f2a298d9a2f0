// One line below the header for what a person should know: a run goes on, it ended badly, the code has changed, a file
// could not be read.
#pragma once

#include <QFrame>

class QLabel;
class QProgressBar;
class QPushButton;

namespace loopline::ui {

class Banner : public QFrame {
  Q_OBJECT

 public:
  enum class Tone { note, alert };

  explicit Banner(QWidget* parent = nullptr);

  /// `deed`: the text of a button; empty: none but the one that closes the banner.
  void say(const QString& text, Tone tone, const QString& deed = {});
  void showRunning(const QString& text);
  void clear();
  QString text() const;

 signals:
  void deedWanted();

 private:
  QLabel* m_text;
  QProgressBar* m_progress;
  QPushButton* m_deed;
  QPushButton* m_close;
};

}  // namespace loopline::ui
