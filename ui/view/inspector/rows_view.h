// A list that is as tall as its rows, up to a limit, and draws them as the inspector does: a task's colour, text, a
// quieter second column.
#pragma once

#include <QListView>
#include <cstdint>

#include "ui_model/rows_model.h"

namespace loopline::ui {

struct Theme;

class RowsView : public QListView {
  Q_OBJECT

 public:
  /// `lines`: a name and what there is to say of it, on as many lines as that takes; `sentences`: text alone.
  enum class Style : std::uint8_t { lines, sentences, chips, table, console };

  RowsView(const QString& name, Style style, QWidget* parent = nullptr);

  RowsModel& rows() { return m_model; }
  void setRows(std::vector<Row> rows);
  /// Shown in place of no rows.
  void setEmptyText(const QString& text);
  void setTheme(const Theme& theme);
  void setMostRows(int rows) { m_mostRows = rows; }
  /// The row that selects this, and rows of the task with this number, stand out.
  void setSelected(const Selection& selection, int task);

  QSize sizeHint() const override;
  QSize minimumSizeHint() const override;

 signals:
  void rowChosen(const loopline::ui::Row& row);

 protected:
  void paintEvent(QPaintEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;

 private:
  void fit();
  int contentHeight() const;

  RowsModel m_model;
  class RowDelegate* m_delegate;
  QString m_empty;
  int m_mostRows = 8;
};

}  // namespace loopline::ui
