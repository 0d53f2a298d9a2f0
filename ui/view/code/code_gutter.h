// Left of the code: which tasks are on which line, as chips that can be clicked, on the ground of the line.
#pragma once

#include <QColor>
#include <QString>
#include <QWidget>
#include <cstdint>
#include <vector>

#include "replay/timeline.h"

namespace loopline::ui {

struct Theme;

class CodeGutter : public QWidget {
  Q_OBJECT

 public:
  struct Chip {
    std::uint32_t task = 0;
    std::size_t color = 0;  ///< for Theme::task()
    QString text, tip;
    bool strong = false;
    replay::LaneIndex lane = replay::kNoLane;  ///< a greenlet's, in place of a task

    bool operator==(const Chip&) const = default;
  };
  struct Line {
    int number = 0;  ///< of the code, from 1
    int top = 0, height = 0;
    bool current = false;
    bool blocking = false;  ///< what runs there holds up the loop
    bool waiting = false;   ///< tasks are suspended there
    bool selected = false;
    QString hint = {};  ///< what could be written better there; empty: nothing
    std::vector<Chip> chips = {};
    bool more = false;  ///< there are others, too many to be listed

    bool operator==(const Line&) const = default;
  };

  explicit CodeGutter(QWidget* parent = nullptr);

  /// The gutter grows to the widest line that it has had, and stays so wide until reset().
  void setLines(std::vector<Line> lines);
  void reset();
  void setTheme(const Theme& theme);
  const std::vector<Line>& lines() const { return m_lines; }

 signals:
  void taskClicked(std::uint32_t task);
  void laneClicked(loopline::replay::LaneIndex lane);
  void lineClicked(int line);
  void hintClicked(int line);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void mousePressEvent(QMouseEvent* event) override;
  bool event(QEvent* event) override;

 private:
  struct Placed {
    QRect rect;
    const Chip* chip;
    int line;
  };
  std::vector<Placed> placed() const;
  QRect hintSign(const Line& line) const;
  int widthOf(const Line& line) const;
  QString restOf(const Line& line) const;

  std::vector<Line> m_lines;
  const Theme* m_theme = nullptr;
};

}  // namespace loopline::ui
