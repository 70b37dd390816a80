"""The tables of the first release."""

from __future__ import annotations

from jsxh_desktop.store.migrations.registry import migrations
from jsxh_desktop.store.sqlite_tools import Database


@migrations()
def m0001_filing_and_log(db: Database) -> None:
    """公开材料 of one unit by year; the change log and the steps that cut it into spans."""
    db.execute("""CREATE TABLE filing (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        year INTEGER NOT NULL UNIQUE, pack TEXT NOT NULL, precision TEXT NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE change (
        seq INTEGER PRIMARY KEY,
        op TEXT NOT NULL, tbl TEXT NOT NULL, key INTEGER NOT NULL,
        field TEXT, old ANY, new ANY
    ) STRICT""")
    db.execute("""CREATE TABLE step (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER, kind TEXT NOT NULL, title TEXT NOT NULL, at TEXT NOT NULL,
        first INTEGER NOT NULL, last INTEGER NOT NULL
    ) STRICT""")


@migrations()
def m0002_unit(db: Database) -> None:
    """单位概况: the unit, its posts and staff, duties, key work, subordinate institutions."""
    db.execute("""CREATE TABLE organization (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL UNIQUE REFERENCES filing ON DELETE CASCADE,
        full_name TEXT NOT NULL, short_name TEXT NOT NULL, code TEXT NOT NULL,
        place TEXT NOT NULL, nature TEXT, level TEXT, supervisor TEXT NOT NULL,
        supervisor_code TEXT NOT NULL, published TEXT, contact TEXT NOT NULL,
        telephone TEXT NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE staffing (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL UNIQUE REFERENCES filing ON DELETE CASCADE,
        posts_administrative INTEGER, posts_institution INTEGER, posts_worker INTEGER,
        staff_administrative INTEGER, staff_institution INTEGER, staff_worker INTEGER,
        over_establishment TEXT NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE duty (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE key_work (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        text TEXT NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE institution (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL, nature TEXT
    ) STRICT""")


@migrations()
def m0003_project(db: Database) -> None:
    """项目, before everything that belongs to one."""
    db.execute("""CREATE TABLE project (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL, code TEXT NOT NULL, category TEXT, budget TEXT,
        leader TEXT NOT NULL, telephone TEXT NOT NULL, targeted INTEGER, monitored INTEGER,
        evaluated INTEGER, process TEXT NOT NULL, execution_reason TEXT NOT NULL,
        conclusion TEXT NOT NULL, problems TEXT NOT NULL, measures TEXT NOT NULL
    ) STRICT""")


@migrations()
def m0004_accounts(db: Database) -> None:
    """收入、支出、结转 and the totals known apart from them, in fen."""
    db.execute("""CREATE TABLE budget (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL UNIQUE REFERENCES filing ON DELETE CASCADE,
        initial_total INTEGER
    ) STRICT""")
    db.execute("""CREATE TABLE income_line (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        functional TEXT NOT NULL, source TEXT, final INTEGER
    ) STRICT""")
    db.execute("""CREATE TABLE expenditure_line (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        functional TEXT NOT NULL, economic TEXT NOT NULL, kind TEXT, fund TEXT,
        carried_over INTEGER, project INTEGER REFERENCES project ON DELETE SET NULL,
        initial_budget INTEGER, full_year_budget INTEGER, final INTEGER
    ) STRICT""")
    db.execute("""CREATE TABLE variance (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        functional TEXT NOT NULL, reason TEXT NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE carryover (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        fund TEXT, opening INTEGER, nonfiscal_used INTEGER, distributed INTEGER,
        closing INTEGER
    ) STRICT""")
    db.execute("""CREATE TABLE prior_year (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL UNIQUE REFERENCES filing ON DELETE CASCADE,
        total INTEGER, appropriation_total INTEGER, general_budget INTEGER,
        overseas INTEGER, vehicles INTEGER, reception INTEGER, agency_running INTEGER
    ) STRICT""")
    db.execute("CREATE INDEX expenditure_line_project ON expenditure_line (project)")


@migrations()
def m0005_three_public(db: Database) -> None:
    """“三公”经费 and its reception list."""
    db.execute("""CREATE TABLE three_public (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL UNIQUE REFERENCES filing ON DELETE CASCADE,
        overseas_budget INTEGER, overseas INTEGER, overseas_groups INTEGER,
        overseas_persons INTEGER, overseas_content TEXT NOT NULL, purchase_budget INTEGER,
        purchase INTEGER, cars_bought INTEGER, off_roads_bought INTEGER,
        coaches_bought INTEGER, running_budget INTEGER, running INTEGER, cars_held INTEGER,
        off_roads_held INTEGER, coaches_held INTEGER, running_purpose TEXT NOT NULL,
        reception_budget INTEGER, reception_domestic INTEGER, batches INTEGER,
        persons INTEGER, reception_purpose TEXT NOT NULL, reception_foreign INTEGER,
        foreign_batches INTEGER, foreign_persons INTEGER, foreign_purpose TEXT NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE reception (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        kind TEXT, subject TEXT NOT NULL, amount INTEGER
    ) STRICT""")


@migrations()
def m0006_other_matters(db: Database) -> None:
    """政府采购 and 国有资产."""
    db.execute("""CREATE TABLE procurement (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL UNIQUE REFERENCES filing ON DELETE CASCADE,
        goods INTEGER, works INTEGER, services INTEGER, purpose TEXT NOT NULL,
        to_small_and_medium INTEGER, to_small_and_micro INTEGER
    ) STRICT""")
    db.execute("""CREATE TABLE state_assets (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL UNIQUE REFERENCES filing ON DELETE CASCADE,
        ministerial_vehicles INTEGER, leader_vehicles INTEGER,
        confidential_vehicles INTEGER, emergency_vehicles INTEGER,
        enforcement_vehicles INTEGER, technical_vehicles INTEGER, retired_vehicles INTEGER,
        other_vehicles INTEGER, other_vehicles_purpose TEXT NOT NULL,
        general_equipment INTEGER, special_equipment INTEGER
    ) STRICT""")


@migrations()
def m0007_evaluation(db: Database) -> None:
    """年度总体目标 and 绩效指标 of the self-evaluation sheets; decimals are exact text."""
    db.execute("""CREATE TABLE goal (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        project INTEGER REFERENCES project ON DELETE CASCADE, expected TEXT NOT NULL,
        done TEXT NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE indicator (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        project INTEGER REFERENCES project ON DELETE CASCADE, category TEXT,
        name TEXT NOT NULL, nature TEXT, target TEXT NOT NULL, unit TEXT NOT NULL,
        actual TEXT NOT NULL, attainment TEXT, coefficient TEXT, weight TEXT,
        own_score TEXT, deviation_reason TEXT NOT NULL
    ) STRICT""")
    db.execute("CREATE INDEX goal_project ON goal (project)")
    db.execute("CREATE INDEX indicator_project ON indicator (project)")


@migrations()
def m0008_texts(db: Database) -> None:
    """What a unit writes itself, and its own terms and codes."""
    db.execute("""CREATE TABLE reasons (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL UNIQUE REFERENCES filing ON DELETE CASCADE,
        total TEXT NOT NULL, appropriation TEXT NOT NULL, general_budget TEXT NOT NULL,
        three_public_budget TEXT NOT NULL, three_public TEXT NOT NULL,
        overseas TEXT NOT NULL, vehicles TEXT NOT NULL, reception TEXT NOT NULL,
        agency_running TEXT NOT NULL, adjustment TEXT NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE department_report (
        id INTEGER PRIMARY KEY,
        filing_id INTEGER NOT NULL UNIQUE REFERENCES filing ON DELETE CASCADE,
        composition TEXT NOT NULL, management TEXT NOT NULL, application TEXT NOT NULL,
        quality TEXT NOT NULL, conclusion TEXT NOT NULL, self_score TEXT,
        problems TEXT NOT NULL, suggestions TEXT NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE project_report (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        project INTEGER REFERENCES project ON DELETE CASCADE, role TEXT NOT NULL,
        basis TEXT NOT NULL, regulation TEXT NOT NULL, allocation TEXT NOT NULL,
        content TEXT NOT NULL, goals TEXT NOT NULL, conformity TEXT NOT NULL,
        method TEXT NOT NULL, plan TEXT NOT NULL, arrival TEXT NOT NULL, use TEXT NOT NULL,
        finance TEXT NOT NULL, structure TEXT NOT NULL, management TEXT NOT NULL,
        supervision TEXT NOT NULL, completion TEXT NOT NULL, benefit TEXT NOT NULL,
        conclusion TEXT NOT NULL, problems TEXT NOT NULL, suggestions TEXT NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE term (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        name TEXT NOT NULL, explanation TEXT NOT NULL
    ) STRICT""")
    db.execute("""CREATE TABLE local_code (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        filing_id INTEGER NOT NULL REFERENCES filing ON DELETE CASCADE,
        position INTEGER NOT NULL,
        classification TEXT, code TEXT NOT NULL, name TEXT NOT NULL
    ) STRICT""")
    db.execute("CREATE INDEX project_report_project ON project_report (project)")
