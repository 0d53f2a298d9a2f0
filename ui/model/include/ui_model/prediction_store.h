// What a student has predicted, kept in a local SQLite file. Reading and writing happen on a thread of its own; the
// score is at hand at once.
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <vector>

#include "trace/answer_book.h"

namespace loopline::ui {

class PredictionStore : public QObject {
  Q_OBJECT

 public:
  /// `folder` need not exist; empty: nothing is kept beyond this object's life.
  explicit PredictionStore(const QString& folder, QObject* parent = nullptr);
  ~PredictionStore() override;

  /// On the disk soon after: a second thread writes it.
  void add(const trace::Answer& answer);
  trace::Score score(const QString& lesson) const { return m_scores.value(lesson); }
  trace::Score total() const;
  /// Newest last; of one lesson, or (empty) of all.
  std::vector<trace::Answer> history(const QString& lesson = {}) const;
  /// Forgets a lesson's answers, or (empty) all.
  void reset(const QString& lesson = {});
  /// As comma-separated values. Empty: written; else why not.
  QString exportTo(const QString& path) const;

 signals:
  void changed();
  void failed(const QString& message);

 private:
  struct Book;
  void loaded(std::vector<trace::Answer> answers);
  void later(std::function<trace::Status(trace::AnswerBook&)> deed);
  void count();

  std::vector<trace::Answer> m_answers;
  QHash<QString, trace::Score> m_scores;
  std::shared_ptr<Book> m_book;  // shared with the writer's jobs
  QThreadPool m_writer;
};

}  // namespace loopline::ui
