// The row above the timelines in which a task is looked for: what fits is selected one after the other, or shown alone.
#pragma once

#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace loopline::ui::timeline {

class LaneFinder : public QWidget {
  Q_OBJECT

 public:
  explicit LaneFinder(QWidget* parent = nullptr);

  void begin();
  QString text() const;
  bool onlyMatches() const;
  /// Which of how many is selected; 0 of 0: none fits.
  void showCount(std::size_t place, std::size_t count);

 signals:
  void changed();
  void stepWanted(int direction);
  void closed();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void finish();

  QLineEdit* m_field;
  QCheckBox* m_only;
  QLabel* m_count;
};

}  // namespace loopline::ui::timeline
