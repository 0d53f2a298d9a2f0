// First, back, play, forward, last; what a step is; speed; the scrubber; where we are.
#pragma once

#include <QList>
#include <QWidget>
#include <functional>

class QAction;
class QComboBox;
class QLabel;
class QToolButton;

namespace loopline::ui {

class JumpPopup;
class PlaybackController;
class Scrubber;
class Segmented;
struct Theme;

class TransportBar : public QWidget {
  Q_OBJECT

 public:
  /// The controller outlives the bar.
  explicit TransportBar(PlaybackController& playback, QWidget* parent = nullptr);

  void setTheme(const Theme& theme);
  QString placeText() const;
  /// What goes further than the buttons: to a time, a line, the next run of a task. With texts and keys, for a menu.
  const QList<QAction*>& moreActions() const { return m_more; }

 public slots:
  /// The field in which a person types where to go.
  void askWhere();

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QToolButton* addButton(const QString& icon, const QString& name, void (PlaybackController::*slot)());
  void buildSpeed();
  void makeActions();
  QAction* makeAction(const QString& text, const QKeySequence& key, std::function<void()> deed);
  void chooseSpeed(int index);
  void follow();
  void tell(const QString& message);

  PlaybackController& m_playback;
  QToolButton *m_first, *m_back, *m_play, *m_forward, *m_last;
  Segmented* m_granularity;
  QLabel* m_speedTitle;
  QComboBox* m_speed;
  Scrubber* m_scrubber;
  QToolButton* m_place;
  JumpPopup* m_jump;
  QAction *m_lineOn = nullptr, *m_lineBack = nullptr, *m_taskOn = nullptr, *m_taskBack = nullptr;
  QList<QAction*> m_more;
  const Theme* m_theme = nullptr;
  QString m_playLook;  // of its icon as it is
};

}  // namespace loopline::ui
