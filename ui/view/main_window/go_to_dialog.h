// "Go to anything": a field and what fits it.
#pragma once

#include <QDialog>
#include <vector>

#include "main_window/parts.h"

class QLineEdit;
class QListWidget;

namespace loopline::ui {

class GoToDialog : public QDialog {
  Q_OBJECT

 public:
  GoToDialog(std::vector<Destination> destinations, QWidget* parent);

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void filter(const QString& text);
  void go();

  std::vector<Destination> m_destinations;
  QLineEdit* m_field;
  QListWidget* m_list;
};

}  // namespace loopline::ui
