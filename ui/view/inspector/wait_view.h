// The tree of who waits for whom, as tall as it is, with thin branches.
#pragma once

#include <QTreeView>

namespace loopline::ui {

class WaitDelegate;
class WaitModel;
struct Theme;

class WaitView : public QTreeView {
  Q_OBJECT

 public:
  /// The model outlives the view.
  explicit WaitView(WaitModel& model, QWidget* parent = nullptr);

  void setTheme(const Theme& theme);
  void setSelectedTask(int number);
  /// Shown in place of no tree.
  void setEmptyText(const QString& text) { m_empty = text; }
  /// The model has another forest.
  void forestChanged();

 protected:
  void drawBranches(QPainter* painter, const QRect& rect, const QModelIndex& index) const override;
  void paintEvent(QPaintEvent* event) override;

 private:
  WaitDelegate* m_delegate;
  const Theme* m_theme = nullptr;
  QString m_empty;
};

}  // namespace loopline::ui
