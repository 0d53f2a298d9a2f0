// Five short tips for who sees the window for the first time, each beside the part that it is about.
#pragma once

#include <QFrame>
#include <QPointer>
#include <vector>

class QLabel;
class QPushButton;

namespace loopline::ui {

struct Theme;

class Tour : public QFrame {
  Q_OBJECT

 public:
  struct Tip {
    QPointer<QWidget> target;
    QString title, text;
  };

  /// A child of the window whose parts it points at; hidden until begin().
  explicit Tour(QWidget* window);

  void setTheme(const Theme& theme);
  void begin(std::vector<Tip> tips);
  bool isRunning() const { return !isHidden(); }

 signals:
  void ended();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void show(std::size_t tip);
  void place();
  void end();

  std::vector<Tip> m_tips;
  std::size_t m_now = 0;
  QLabel *m_count, *m_title, *m_text;
  QPushButton *m_back, *m_next, *m_skip;
  QWidget* m_frame;  // round the target
  QPointer<QWidget> m_focus;
};

}  // namespace loopline::ui
