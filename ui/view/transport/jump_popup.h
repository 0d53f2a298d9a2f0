// A field over the transport: type where to go.
#pragma once

#include <QFrame>

class QLabel;
class QLineEdit;

namespace loopline::ui {

class PlaybackController;

class JumpPopup : public QFrame {
  Q_OBJECT

 public:
  /// The controller outlives the popup.
  JumpPopup(PlaybackController& playback, QWidget* parent);

  /// Above `anchor`, its right edges together.
  void openAt(const QWidget& anchor);

 private:
  void go();

  PlaybackController& m_playback;
  QLineEdit* m_field;
  QLabel* m_help;
};

}  // namespace loopline::ui
