-- The ground of the law on which a crime was not filed; refusals from before have their reason alone.
alter table cases.stage_log
  add column ground text collate "C" check (ground in
    ('no-crime', 'plainly-minor', 'limitation-passed', 'pardoned', 'complaint-only', 'suspect-dead', 'other-by-law')),
  add constraint stage_log_ground_of_refusal check (ground is null or act = 'refuse');
