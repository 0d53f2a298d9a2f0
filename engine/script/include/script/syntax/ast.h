#pragma once

#include <cassert>
#include <cstdint>
#include <span>
#include <string_view>

/// The abstract syntax tree: Python 3.11's own, node for node and field for field (the names are those of its `ast`
/// module). Type comments are not read, so the fields that would hold them do not exist. Nodes live in the arena of one
/// Tree, are never freed one by one and hold plain pointers, spans and string views into it: all of them stay valid
/// exactly as long as the Tree.
///
/// What Python writes as None is a null pointer, or an empty string view for an identifier (identifiers are never
/// empty).
namespace loopline::script::ast {

/// Where a node stands: lines from 1, columns from 0 in bytes of UTF-8, the end just past the last byte. These are
/// lineno, col_offset, end_lineno and end_col_offset. Nodes that have none in Python (arguments, comprehension,
/// withitem, match_case) carry zeros.
struct Position {
  int line = 0;
  int column = 0;
  int end_line = 0;
  int end_column = 0;
};

enum class Kind : std::uint8_t {
  // mod
  Module,
  Expression,
  // stmt
  FunctionDef,
  AsyncFunctionDef,
  ClassDef,
  Return,
  Delete,
  Assign,
  AugAssign,
  AnnAssign,
  For,
  AsyncFor,
  While,
  If,
  With,
  AsyncWith,
  Match,
  Raise,
  Try,
  TryStar,
  Assert,
  Import,
  ImportFrom,
  Global,
  Nonlocal,
  Expr,
  Pass,
  Break,
  Continue,
  // expr
  BoolOp,
  NamedExpr,
  BinOp,
  UnaryOp,
  Lambda,
  IfExp,
  Dict,
  Set,
  ListComp,
  SetComp,
  DictComp,
  GeneratorExp,
  Await,
  Yield,
  YieldFrom,
  Compare,
  Call,
  FormattedValue,
  JoinedStr,
  Constant,
  Attribute,
  Subscript,
  Starred,
  Name,
  List,
  Tuple,
  Slice,
  // pattern
  MatchValue,
  MatchSingleton,
  MatchSequence,
  MatchMapping,
  MatchClass,
  MatchStar,
  MatchAs,
  MatchOr,
  // the rest
  comprehension,
  ExceptHandler,
  arguments,
  arg,
  keyword,
  alias,
  withitem,
  match_case,
};

enum class ExprContext : std::uint8_t { Load, Store, Del };
enum class BoolOperator : std::uint8_t { And, Or };
enum class Operator : std::uint8_t {
  Add,
  Sub,
  Mult,
  MatMult,
  Div,
  Mod,
  Pow,
  LShift,
  RShift,
  BitOr,
  BitXor,
  BitAnd,
  FloorDiv
};
enum class UnaryOperator : std::uint8_t { Invert, Not, UAdd, USub };
enum class CmpOp : std::uint8_t { Eq, NotEq, Lt, LtE, Gt, GtE, Is, IsNot, In, NotIn };

struct Node {
  Kind kind;
  Position pos;
};

/// The sum types. A struct of its own per sum keeps a statement from landing where an expression belongs. (`expr` and
/// not `Expr`, which is Python's name of the statement that consists of an expression.)
struct stmt : Node {};
struct expr : Node {};
struct pattern : Node {};

template <typename T>
using Seq = std::span<T*>;
using Identifier = std::string_view;

/// `T` as a node of its kind: as<Name>(node). The kind must be right.
template <typename T>
[[nodiscard]] bool is(const Node* node) {
  return node != nullptr && node->kind == T::tag;
}
template <typename T>
[[nodiscard]] T* as(Node* node) {
  assert(is<T>(node));
  return static_cast<T*>(node);
}
template <typename T>
[[nodiscard]] const T* as(const Node* node) {
  assert(is<T>(node));
  return static_cast<const T*>(node);
}

template <Kind K, typename Base>
struct Of : Base {
  static constexpr Kind tag = K;
  Of() { this->kind = K; }
};

struct arguments;
struct comprehension;
struct ExceptHandler;
struct arg;
struct keyword;
struct alias;
struct withitem;
struct match_case;

// ---- mod

struct Module : Of<Kind::Module, Node> {
  Seq<stmt> body;
};
struct Expression : Of<Kind::Expression, Node> {
  expr* body = nullptr;
};

// ---- stmt

struct FunctionLike : stmt {
  Identifier name;
  arguments* args = nullptr;
  Seq<stmt> body;
  Seq<expr> decorator_list;
  expr* returns = nullptr;
};
struct FunctionDef : Of<Kind::FunctionDef, FunctionLike> {};
struct AsyncFunctionDef : Of<Kind::AsyncFunctionDef, FunctionLike> {};

struct ClassDef : Of<Kind::ClassDef, stmt> {
  Identifier name;
  Seq<expr> bases;
  Seq<keyword> keywords;
  Seq<stmt> body;
  Seq<expr> decorator_list;
};
struct Return : Of<Kind::Return, stmt> {
  expr* value = nullptr;
};
struct Delete : Of<Kind::Delete, stmt> {
  Seq<expr> targets;
};
struct Assign : Of<Kind::Assign, stmt> {
  Seq<expr> targets;
  expr* value = nullptr;
};
struct AugAssign : Of<Kind::AugAssign, stmt> {
  expr* target = nullptr;
  Operator op = Operator::Add;
  expr* value = nullptr;
};
struct AnnAssign : Of<Kind::AnnAssign, stmt> {
  expr* target = nullptr;
  expr* annotation = nullptr;
  expr* value = nullptr;
  bool simple = false;  ///< The target is a name without brackets around it.
};
struct ForLike : stmt {
  expr* target = nullptr;
  expr* iter = nullptr;
  Seq<stmt> body;
  Seq<stmt> orelse;
};
struct For : Of<Kind::For, ForLike> {};
struct AsyncFor : Of<Kind::AsyncFor, ForLike> {};

struct While : Of<Kind::While, stmt> {
  expr* test = nullptr;
  Seq<stmt> body;
  Seq<stmt> orelse;
};
struct If : Of<Kind::If, stmt> {
  expr* test = nullptr;
  Seq<stmt> body;
  Seq<stmt> orelse;
};
struct WithLike : stmt {
  Seq<withitem> items;
  Seq<stmt> body;
};
struct With : Of<Kind::With, WithLike> {};
struct AsyncWith : Of<Kind::AsyncWith, WithLike> {};

struct Match : Of<Kind::Match, stmt> {
  expr* subject = nullptr;
  Seq<match_case> cases;
};
struct Raise : Of<Kind::Raise, stmt> {
  expr* exc = nullptr;
  expr* cause = nullptr;
};
struct TryLike : stmt {
  Seq<stmt> body;
  Seq<ExceptHandler> handlers;
  Seq<stmt> orelse;
  Seq<stmt> finalbody;
};
struct Try : Of<Kind::Try, TryLike> {};
struct TryStar : Of<Kind::TryStar, TryLike> {};

struct Assert : Of<Kind::Assert, stmt> {
  expr* test = nullptr;
  expr* msg = nullptr;
};
struct Import : Of<Kind::Import, stmt> {
  Seq<alias> names;
};
struct ImportFrom : Of<Kind::ImportFrom, stmt> {
  Identifier module;  ///< Dotted; empty in `from . import x`.
  Seq<alias> names;
  int level = 0;  ///< How many dots lead.
};
struct Global : Of<Kind::Global, stmt> {
  std::span<Identifier> names;
};
struct Nonlocal : Of<Kind::Nonlocal, stmt> {
  std::span<Identifier> names;
};
struct Expr : Of<Kind::Expr, stmt> {
  expr* value = nullptr;
};
struct Pass : Of<Kind::Pass, stmt> {};
struct Break : Of<Kind::Break, stmt> {};
struct Continue : Of<Kind::Continue, stmt> {};

// ---- expr

struct BoolOp : Of<Kind::BoolOp, expr> {
  BoolOperator op = BoolOperator::And;
  Seq<expr> values;
};
struct NamedExpr : Of<Kind::NamedExpr, expr> {
  expr* target = nullptr;
  expr* value = nullptr;
};
struct BinOp : Of<Kind::BinOp, expr> {
  expr* left = nullptr;
  Operator op = Operator::Add;
  expr* right = nullptr;
};
struct UnaryOp : Of<Kind::UnaryOp, expr> {
  UnaryOperator op = UnaryOperator::Not;
  expr* operand = nullptr;
};
struct Lambda : Of<Kind::Lambda, expr> {
  arguments* args = nullptr;
  expr* body = nullptr;
};
struct IfExp : Of<Kind::IfExp, expr> {
  expr* test = nullptr;
  expr* body = nullptr;
  expr* orelse = nullptr;
};
struct Dict : Of<Kind::Dict, expr> {
  Seq<expr> keys;  ///< As many as values; null where `**mapping` stands.
  Seq<expr> values;
};
struct Set : Of<Kind::Set, expr> {
  Seq<expr> elts;
};
struct ElementComprehension : expr {
  expr* elt = nullptr;
  Seq<comprehension> generators;
};
struct ListComp : Of<Kind::ListComp, ElementComprehension> {};
struct SetComp : Of<Kind::SetComp, ElementComprehension> {};
struct GeneratorExp : Of<Kind::GeneratorExp, ElementComprehension> {};

struct DictComp : Of<Kind::DictComp, expr> {
  expr* key = nullptr;
  expr* value = nullptr;
  Seq<comprehension> generators;
};
struct Await : Of<Kind::Await, expr> {
  expr* value = nullptr;
};
struct Yield : Of<Kind::Yield, expr> {
  expr* value = nullptr;
};
struct YieldFrom : Of<Kind::YieldFrom, expr> {
  expr* value = nullptr;
};
struct Compare : Of<Kind::Compare, expr> {
  expr* left = nullptr;
  std::span<CmpOp> ops;
  Seq<expr> comparators;
};
struct Call : Of<Kind::Call, expr> {
  expr* func = nullptr;
  Seq<expr> args;
  Seq<keyword> keywords;
};
struct FormattedValue : Of<Kind::FormattedValue, expr> {
  expr* value = nullptr;
  int conversion = -1;  ///< 's', 'r', 'a', or -1 for none.
  expr* format_spec = nullptr;
};
struct JoinedStr : Of<Kind::JoinedStr, expr> {
  Seq<expr> values;
};

enum class ConstantType : std::uint8_t { None, True, False, Ellipsis, Int, BigInt, Float, Imaginary, Str, Bytes };

struct Constant : Of<Kind::Constant, expr> {
  ConstantType type = ConstantType::None;
  bool unicode_prefix = false;  ///< The literal is written u"…"; `kind` in Python.
  int base = 10;                ///< Of a BigInt's digits: 2, 8, 10 or 16.
  std::int64_t integer = 0;     ///< Int: never negative.
  double real = 0;              ///< Float, or the imaginary part of an Imaginary.
  /// Str: UTF-8, in which a lone surrogate (from an escape such as "\ud800") is the three bytes its value has. Bytes:
  /// the bytes. BigInt (an integer that int64 cannot hold): its digits without prefix and underscores.
  std::string_view text;
};

struct Attribute : Of<Kind::Attribute, expr> {
  expr* value = nullptr;
  Identifier attr;
  ExprContext ctx = ExprContext::Load;
};
struct Subscript : Of<Kind::Subscript, expr> {
  expr* value = nullptr;
  expr* slice = nullptr;
  ExprContext ctx = ExprContext::Load;
};
struct Starred : Of<Kind::Starred, expr> {
  expr* value = nullptr;
  ExprContext ctx = ExprContext::Load;
};
struct Name : Of<Kind::Name, expr> {
  Identifier id;
  ExprContext ctx = ExprContext::Load;
};
struct List : Of<Kind::List, expr> {
  Seq<expr> elts;
  ExprContext ctx = ExprContext::Load;
};
struct Tuple : Of<Kind::Tuple, expr> {
  Seq<expr> elts;
  ExprContext ctx = ExprContext::Load;
};
struct Slice : Of<Kind::Slice, expr> {
  expr* lower = nullptr;
  expr* upper = nullptr;
  expr* step = nullptr;
};

// ---- pattern

struct MatchValue : Of<Kind::MatchValue, pattern> {
  expr* value = nullptr;
};
struct MatchSingleton : Of<Kind::MatchSingleton, pattern> {
  ConstantType value = ConstantType::None;  ///< None, True or False.
};
struct MatchSequence : Of<Kind::MatchSequence, pattern> {
  Seq<ast::pattern> patterns;
};
struct MatchMapping : Of<Kind::MatchMapping, pattern> {
  Seq<expr> keys;
  Seq<ast::pattern> patterns;
  Identifier rest;
};
struct MatchClass : Of<Kind::MatchClass, pattern> {
  expr* cls = nullptr;
  Seq<ast::pattern> patterns;
  std::span<Identifier> kwd_attrs;
  Seq<ast::pattern> kwd_patterns;
};
struct MatchStar : Of<Kind::MatchStar, pattern> {
  Identifier name;
};
struct MatchAs : Of<Kind::MatchAs, pattern> {
  ast::pattern* pattern = nullptr;
  Identifier name;
};
struct MatchOr : Of<Kind::MatchOr, pattern> {
  Seq<ast::pattern> patterns;
};

// ---- the rest

struct comprehension : Of<Kind::comprehension, Node> {
  expr* target = nullptr;
  expr* iter = nullptr;
  Seq<expr> ifs;
  bool is_async = false;
};
struct ExceptHandler : Of<Kind::ExceptHandler, Node> {
  expr* type = nullptr;
  Identifier name;
  Seq<stmt> body;
};
struct arguments : Of<Kind::arguments, Node> {
  Seq<ast::arg> posonlyargs;
  Seq<ast::arg> args;
  ast::arg* vararg = nullptr;
  Seq<ast::arg> kwonlyargs;
  Seq<expr> kw_defaults;  ///< As many as kwonlyargs; null where there is no default.
  ast::arg* kwarg = nullptr;
  Seq<expr> defaults;  ///< Of the last of posonlyargs and args.
};
struct arg : Of<Kind::arg, Node> {
  Identifier arg;
  expr* annotation = nullptr;
};
struct keyword : Of<Kind::keyword, Node> {
  Identifier arg;  ///< Empty for `**mapping`.
  expr* value = nullptr;
};
struct alias : Of<Kind::alias, Node> {
  Identifier name;  ///< Dotted, or "*".
  Identifier asname;
};
struct withitem : Of<Kind::withitem, Node> {
  expr* context_expr = nullptr;
  expr* optional_vars = nullptr;
};
struct match_case : Of<Kind::match_case, Node> {
  ast::pattern* pattern = nullptr;
  expr* guard = nullptr;
  Seq<stmt> body;
};

}  // namespace loopline::script::ast
