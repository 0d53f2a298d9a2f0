// A row of buttons of which one is chosen.
#pragma once

#include <QStringList>
#include <QWidget>

class QButtonGroup;

namespace loopline::ui {

class Segmented : public QWidget {
  Q_OBJECT

 public:
  /// `name` is what screen readers call the row.
  Segmented(const QString& name, const QStringList& choices, QWidget* parent = nullptr);

  int chosen() const;
  void choose(int index);
  void setTips(const QStringList& tips);

 signals:
  void chosenByUser(int index);

 private:
  QButtonGroup* m_buttons;
};

}  // namespace loopline::ui
