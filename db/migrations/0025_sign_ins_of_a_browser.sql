-- Whether a browser has other sign-ins under way is asked at each answer.
create index sign_in_attempts_browser on sign_in_attempts (browser_hash);
