// First, back, play, forward, last; what a step is; speed; the scrubber; where we are.
#pragma once

#include <QWidget>

class QComboBox;
class QLabel;
class QToolButton;

namespace loopline::ui {

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

 protected:
  void resizeEvent(QResizeEvent* event) override;

 private:
  QToolButton* addButton(const QString& icon, const QString& name, void (PlaybackController::*slot)());
  void follow();

  PlaybackController& m_playback;
  QToolButton *m_first, *m_back, *m_play, *m_forward, *m_last;
  Segmented* m_granularity;
  QLabel* m_speedTitle;
  QComboBox* m_speed;
  Scrubber* m_scrubber;
  QLabel* m_place;
  const Theme* m_theme = nullptr;
};

}  // namespace loopline::ui
