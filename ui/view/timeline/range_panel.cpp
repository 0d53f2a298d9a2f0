#include "timeline/range_panel.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QPushButton>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "ui_model/playhead.h"
#include "ui_model/range_model.h"

namespace loopline::ui::timeline {

RangePanel::RangePanel(PlaybackController& controller, QWidget* parent)
    : QWidget(parent),
      m_controller(controller),
      m_model(new RangeModel(controller, this)),
      m_title(new QLabel(this)),
      m_table(new QTableView(this)) {
  setObjectName(QStringLiteral("rangePanel"));
  setAttribute(Qt::WA_StyledBackground);
  QFont strong = m_title->font();
  strong.setWeight(QFont::DemiBold);
  m_title->setFont(strong);
  auto* zoom = new QPushButton(tr("Zoom to it"), this);
  auto* close = new QPushButton(tr("Close"), this);
  close->setProperty("flat", true);
  auto* bar = new QHBoxLayout;
  bar->setContentsMargins(12, 4, 12, 0);
  bar->addWidget(m_title, 1);
  bar->addWidget(zoom);
  bar->addWidget(close);
  m_table->setModel(m_model);
  m_table->setObjectName(QStringLiteral("rangeTable"));
  m_table->setAccessibleName(tr("What each task did in the marked stretch"));
  m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
  m_table->setSelectionMode(QAbstractItemView::SingleSelection);
  m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
  m_table->setTabKeyNavigation(false);
  m_table->setShowGrid(false);
  m_table->verticalHeader()->hide();
  m_table->horizontalHeader()->setHighlightSections(false);
  auto* column = new QVBoxLayout(this);
  column->setContentsMargins(0, 0, 0, 4);
  column->setSpacing(2);
  column->addLayout(bar);
  column->addWidget(m_table);
  connect(zoom, &QPushButton::clicked, this, &RangePanel::zoomWanted);
  connect(close, &QPushButton::clicked, &controller, &PlaybackController::clearRange);
  connect(m_model, &QAbstractItemModel::modelReset, this, &RangePanel::refresh);
  connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex& index) {
    if (!index.isValid()) return;
    const RangeModel::Row& row = m_model->row(index.row());
    m_controller.select(Selection::ofTask(row.run, row.statistics.task));
  });
  refresh();
}

void RangePanel::refresh() {
  setVisible(m_controller.range().has_value());
  if (isHidden()) return;
  m_title->setText(m_model->title());
  m_title->setAccessibleName(tr("Marked stretch: %1").arg(m_model->title()));
  m_table->setColumnHidden(RangeModel::kRun, m_controller.runCount() < 2);
  const int line = m_table->fontMetrics().height() + 6;
  m_table->verticalHeader()->setMinimumSectionSize(line);
  m_table->verticalHeader()->setDefaultSectionSize(line);
  m_table->resizeColumnsToContents();
  const int rows = std::clamp(m_model->rowCount(), 1, 5);
  m_table->setFixedHeight(rows * line + m_table->horizontalHeader()->sizeHint().height() + 4);
}

}  // namespace loopline::ui::timeline
