#include "ui_model/prediction_store.h"

#include <QDir>
#include <QFile>
#include <QMetaObject>
#include <QSaveFile>
#include <algorithm>
#include <functional>
#include <optional>
#include <utility>

namespace loopline::ui {

/// Only the writer's thread touches it.
struct PredictionStore::Book {
  std::filesystem::path path;  ///< empty: in memory only
  std::optional<trace::AnswerBook> open;
};

PredictionStore::PredictionStore(const QString& folder, QObject* parent)
    : QObject(parent), m_book(std::make_shared<Book>()) {
  m_writer.setMaxThreadCount(1);
  if (folder.isEmpty()) return;
  m_book->path = QDir(folder).filePath(QStringLiteral("predictions.sqlite")).toStdString();
  m_writer.start([this, book = m_book] {
    trace::Result<trace::AnswerBook> opened = trace::AnswerBook::open(book->path);
    std::vector<trace::Answer> answers;
    QString problem;
    if (opened) {
      book->open = std::move(opened).value();
      if (auto read = book->open->answers()) answers = std::move(read).value();
    } else {
      problem = QString::fromStdString(opened.error().message);
    }
    QMetaObject::invokeMethod(this, [this, answers = std::move(answers), problem]() mutable {
      if (!problem.isEmpty()) emit failed(problem);
      loaded(std::move(answers));
    });
  });
}

PredictionStore::~PredictionStore() { m_writer.waitForDone(); }

// What was answered while the file was being read comes after what it holds.
void PredictionStore::loaded(std::vector<trace::Answer> answers) {
  answers.insert(answers.end(), m_answers.begin(), m_answers.end());
  m_answers = std::move(answers);
  count();
}

void PredictionStore::count() {
  m_scores.clear();
  for (const trace::Answer& answer : m_answers) {
    trace::Score& score = m_scores[QString::fromStdString(answer.lesson)];
    ++score.asked;
    score.correct += answer.correct ? 1 : 0;
  }
  emit changed();
}

void PredictionStore::later(std::function<trace::Status(trace::AnswerBook&)> deed) {
  if (m_book->path.empty()) return;
  m_writer.start([this, book = m_book, deed = std::move(deed)] {
    if (!book->open) return;
    const trace::Status status = deed(*book->open);
    if (status) return;
    QMetaObject::invokeMethod(
        this, [this, message = QString::fromStdString(status.error().message)] { emit failed(message); });
  });
}

void PredictionStore::add(const trace::Answer& answer) {
  m_answers.push_back(answer);
  count();
  later([answer](trace::AnswerBook& book) { return book.add(answer); });
}

trace::Score PredictionStore::total() const {
  trace::Score total;
  for (const trace::Score& score : m_scores) {
    total.asked += score.asked;
    total.correct += score.correct;
  }
  return total;
}

std::vector<trace::Answer> PredictionStore::history(const QString& lesson) const {
  std::vector<trace::Answer> found;
  const std::string wanted = lesson.toStdString();
  std::ranges::copy_if(m_answers, std::back_inserter(found),
                       [&](const trace::Answer& answer) { return wanted.empty() || answer.lesson == wanted; });
  return found;
}

void PredictionStore::reset(const QString& lesson) {
  const std::string wanted = lesson.toStdString();
  std::erase_if(m_answers, [&](const trace::Answer& answer) { return wanted.empty() || answer.lesson == wanted; });
  count();
  later([wanted](trace::AnswerBook& book) { return book.reset(wanted); });
}

QString PredictionStore::exportTo(const QString& path) const {
  // Written from what is in memory, which is what the file holds.
  const std::string csv = trace::to_csv(m_answers);
  QSaveFile file(path);
  const bool written = file.open(QIODevice::WriteOnly) &&
                       file.write(csv.data(), static_cast<qint64>(csv.size())) == static_cast<qint64>(csv.size()) &&
                       file.commit();
  return written ? QString()
                 : tr("%1 could not be written: %2").arg(QDir::toNativeSeparators(path), file.errorString());
}

}  // namespace loopline::ui
