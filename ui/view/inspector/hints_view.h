// What could be written better in the code that is shown: a box a hint, with its place and what to write instead.
#pragma once

#include <QString>
#include <QWidget>
#include <vector>

#include "ui_model/selection.h"

class QVBoxLayout;

namespace loopline::ui {

/// A hint as the inspector tells it.
struct HintRow {
  QString place;  ///< "A, line 7"
  QString text;   ///< inline Markdown
  Selection selection;

  bool operator==(const HintRow&) const = default;
};

class HintsView : public QWidget {
  Q_OBJECT

 public:
  explicit HintsView(QWidget* parent = nullptr);

  /// At most so many are shown that they can be read.
  void setHints(const std::vector<HintRow>& hints);
  bool isEmpty() const { return m_hints.empty(); }

 signals:
  /// A box was clicked, or Enter pressed on it.
  void chosen(const loopline::ui::Selection& selection);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void addBox(const HintRow& hint, std::size_t number);

  QVBoxLayout* m_column;
  std::vector<HintRow> m_hints;
};

}  // namespace loopline::ui
