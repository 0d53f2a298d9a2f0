// Lanes with more slices than pixels: a picture of how their time is shared, written row by row into an image.
#pragma once

#include <QImage>
#include <map>
#include <vector>

#include "timeline/scene.h"

namespace loopline::ui::timeline {

class DensePainter {
 public:
  explicit DensePainter(const Scene& scene) : m_scene(scene) {}

  void paint(QPainter& painter, const LaneRow& row);

 private:
  const std::vector<replay::Moment>& edges(int run);
  void fillTask(const LaneRow& row, int height);
  void fillLoop(int height, bool loop);  // or thread
  void fillRare(int column, int height, const replay::Coverage& coverage);

  const Scene& m_scene;
  std::map<int, std::vector<replay::Moment>> m_edges;  // by run
  std::vector<replay::Coverage> m_coverage;
  QImage m_image;             // of one lane; kept from lane to lane
  std::vector<QRgb*> m_rows;  // of the image
};

}  // namespace loopline::ui::timeline
